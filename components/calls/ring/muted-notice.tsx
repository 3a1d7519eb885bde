'use client';

import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { sharedTone } from './shared-tone';
import { useSoundAllowed } from './use-sound-allowed';

/** A call rings and the browser keeps the page silent: says so, and the press on it is what the browser waits for. */
export function MutedNotice() {
  const t = useTranslations('desk.ring');
  const isAllowed = useSoundAllowed();
  const isMuted = useSyncExternalStore(
    (listener) => sharedTone().watch(listener),
    () => sharedTone().isMuted,
    () => false,
  );
  // The sound of an allowed page takes a moment to begin, too.
  if (!isMuted || isAllowed) return null;
  return (
    <InlineAlert
      tone="warning"
      className="rounded-none px-4"
      actions={<Button onClick={() => sharedTone().allow()}>{t('unblock')}</Button>}
    >
      {t('blocked')}
    </InlineAlert>
  );
}
