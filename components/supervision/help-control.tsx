'use client';

import { LifeBuoy, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Control } from '@/components/calls/control/use-control';
import { LaterHelpWords } from '@/components/calls/later-questions';
import { useHotkey, useKeysOf } from '@/components/shell/hotkeys';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/clock';
import { Elapsed } from '@/components/ui/elapsed';
import type { MyCall } from '@/lib/domain/calls/call-view';

/** After so long without anybody coming the person is told that nobody has. */
const nobodyAfterMs = 60_000;

/** Asks those who may supervise the call to come, with a few words or none; asked, it is taken back (S5). */
export function HelpButton({ call, control }: { call: MyCall; control: Control }) {
  const t = useTranslations('supervision.help');
  const keys = useKeysOf('help') ?? undefined;
  const [isOpen, setOpen] = useState(false);
  const isThere = call.supervision !== null && call.supervision.joinedAt !== null;
  const open = () => setOpen(true);
  const withdraw = () => void control.order({ method: 'delete', path: 'help', said: t('isWithdrawn') });
  useHotkey('help', call.help ? withdraw : open, { enabled: !isOpen && !isThere });
  if (isThere) return null;
  if (call.help) {
    return (
      <Button size="call" icon={<X />} keys={keys} busy={control.busy} onClick={withdraw}>
        {t('withdraw')}
      </Button>
    );
  }
  return (
    <>
      <Button size="call" icon={<LifeBuoy />} keys={keys} onClick={open}>
        {t('open')}
      </Button>
      {isOpen ? <LaterHelpWords control={control} onOpenChange={setOpen} /> : null}
    </>
  );
}

/** For how long help was asked for, and that nobody has come. */
export function HelpState({ help }: { help: NonNullable<MyCall['help']> }) {
  const t = useTranslations('supervision.help');
  const now = useNow(1_000);
  const isIgnored = now - help.askedAt >= nobodyAfterMs;
  return (
    <p>
      {t('asked')} <Elapsed since={help.askedAt} />
      <span role="status">{isIgnored ? ` · ${t('nobody')}` : null}</span>
    </p>
  );
}
