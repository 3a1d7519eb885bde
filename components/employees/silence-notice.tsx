'use client';

import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { useOwnPresence } from './own-presence';

const CLOSED = 'callboard.silenceClosed';

/** Tells who chose to be available that their tab slept meanwhile and no call could ring there, until they close it. */
export function SilenceNotice() {
  const t = useTranslations('presence.silence');
  const common = useTranslations('common');
  const format = useFormatter();
  const { silence } = useOwnPresence().presence;
  const [closed, setClosed] = useState<string | null>(null);
  useEffect(() => setClosed(localStorage.getItem(CLOSED)), []);
  if (!silence || silence.until === null || closed === String(silence.from)) return null;
  const close = () => {
    localStorage.setItem(CLOSED, String(silence.from));
    setClosed(String(silence.from));
  };
  return (
    <InlineAlert
      tone="warning"
      urgent
      className="rounded-none px-4"
      title={t('title', {
        from: format.dateTime(silence.from, 'dateTime'),
        until: format.dateTime(silence.until, 'dateTime'),
      })}
      actions={<IconButton label={common('close')} icon={<X />} onClick={close} />}
    >
      {t('remedy')}
    </InlineAlert>
  );
}
