'use client';

import { ArrowRightLeft, CalendarClock, Check, CircleSlash, MoreHorizontal } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { FulfilDialog } from './fulfil-dialog';
import { CloseDialog, HandOverDialog, PostponeDialog } from './reason-dialogs';

type Opened = 'fulfil' | 'postpone' | 'handOver' | 'close' | null;

/** What this person may do about one next reaction; nothing is shown that they may not. */
export function NextReactionActions({ next, personId }: { next: NextReactionView; personId: string }) {
  const t = useTranslations('reactions');
  const common = useTranslations('common');
  const [opened, setOpened] = useState<Opened>(null);
  const [wasFulfilOpened, setWasFulfilOpened] = useState(false);
  const dialog = (which: Opened) => ({
    next,
    open: opened === which,
    onOpenChange: (open: boolean) => setOpened(open ? which : null),
  });
  const entry = (which: Opened, label: string, icon: ReactNode): MenuEntry => ({
    kind: 'action',
    label,
    icon,
    onSelect: () => setOpened(which),
  });
  const entries: MenuEntry[] = [
    ...(next.may.postpone ? [entry('postpone', t('postpone.action'), <CalendarClock key="icon" />)] : []),
    ...(next.may.handOver ? [entry('handOver', t('handOver.action'), <ArrowRightLeft key="icon" />)] : []),
    ...(next.may.close ? [entry('close', t('close.action'), <CircleSlash key="icon" />)] : []),
  ];
  return (
    <span className="flex items-center justify-end gap-1">
      {next.may.fulfil ? (
        <Button
          size="small"
          icon={<Check />}
          onClick={() => {
            setWasFulfilOpened(true);
            setOpened('fulfil');
          }}
        >
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
      {wasFulfilOpened ? <FulfilDialog personId={personId} {...dialog('fulfil')} /> : null}
      {opened === 'postpone' ? <PostponeDialog {...dialog('postpone')} /> : null}
      {opened === 'handOver' ? <HandOverDialog {...dialog('handOver')} /> : null}
      {opened === 'close' ? <CloseDialog {...dialog('close')} /> : null}
    </span>
  );
}
