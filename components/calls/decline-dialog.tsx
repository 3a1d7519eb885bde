'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useHotkey } from '@/components/shell/hotkeys';
import { Button } from '@/components/ui/button';
import type { MyCall } from '@/lib/domain/calls/call-view';
import type { Decline } from '@/lib/domain/calls/decline-reason';
import { LaterDeclineQuestion } from './later-questions';

/** Declining needs a reason and never one key alone. */
export function DeclineDialog({ call, hasHotkey }: { call: MyCall; hasHotkey: boolean }) {
  const t = useTranslations('desk.decline');
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState<Decline>({ reason: 'anotherClient', words: '' });
  useHotkey('decline', () => setOpen(true), { enabled: hasHotkey && !isOpen });
  return (
    <>
      <Button size="call" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {isOpen ? (
        <LaterDeclineQuestion call={call} typed={typed} onType={setTyped} onOpenChange={setOpen} />
      ) : null}
    </>
  );
}
