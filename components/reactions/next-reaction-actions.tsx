'use client';

import { ArrowRightLeft, CalendarClock, Check, CircleSlash, Mail, MoreHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { type NextReactionVerb, useNextReactionDialogs } from './next-reaction-dialogs';

/** What this person may do about one next reaction; nothing is shown that they may not. */
export function NextReactionActions({ next }: { next: NextReactionView }) {
  const t = useTranslations('reactions');
  const common = useTranslations('common');
  const letters = useTranslations('letters');
  const open = useNextReactionDialogs();
  const entry = (verb: NextReactionVerb, label: string, icon: ReactNode): MenuEntry => ({
    kind: 'action',
    label,
    icon,
    onSelect: () => open(verb, next),
  });
  const entries: MenuEntry[] = [
    ...(next.may.fulfil && next.counterparty && next.appeal
      ? [entry('letter', letters('writeMenu'), <Mail key="icon" />)]
      : []),
    ...(next.may.postpone ? [entry('postpone', t('postpone.action'), <CalendarClock key="icon" />)] : []),
    ...(next.may.handOver ? [entry('handOver', t('handOver.action'), <ArrowRightLeft key="icon" />)] : []),
    ...(next.may.close ? [entry('close', t('close.action'), <CircleSlash key="icon" />)] : []),
  ];
  return (
    <span className="flex items-center justify-end gap-1">
      {next.may.fulfil ? (
        <Button size="small" icon={<Check />} onClick={() => open('fulfil', next)}>
          {t('done.action')}
        </Button>
      ) : null}
      {entries.length > 0 ? (
        <Menu
          align="end"
          entries={entries}
          trigger={<IconButton size="small" label={common('actions')} icon={<MoreHorizontal />} />}
        />
      ) : null}
    </span>
  );
}
