'use client';

import clsx from 'clsx';
import { ArrowRightLeft, CalendarClock, Check, CircleSlash, Mail, MoreHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { CallChoice } from '@/components/calls/outgoing/call-choice';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import type { outgoingCall } from '@/lib/domain/call-scripts/outgoing-call.script';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { type NextReactionVerb, useNextReactionDialogs } from './next-reaction-dialogs';
import { useReactionName } from './reaction-name';

const outgoingCallId: (typeof outgoingCall)['id'] = 'outgoing-call';

type Props = {
  next: NextReactionView;
  /** The call to a missed caller stands beside these. */
  isCalledBeside?: boolean;
  className?: string;
};

/** What this person may do about one next reaction; nothing is shown that they may not. */
export function NextReactionActions({ next, isCalledBeside = false, className }: Props) {
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
    ...(next.may.act && next.counterparty && next.appeal
      ? [entry('letter', letters('writeMenu'), <Mail key="icon" />)]
      : []),
    ...(next.may.postpone ? [entry('postpone', t('postpone.action'), <CalendarClock key="icon" />)] : []),
    ...(next.may.handOver ? [entry('handOver', t('handOver.action'), <ArrowRightLeft key="icon" />)] : []),
    ...(next.may.close ? [entry('close', t('close.action'), <CircleSlash key="icon" />)] : []),
  ];
  return (
    <span className={clsx('flex items-center justify-end gap-1', className)}>
      {next.may.act && next.folder ? (
        <ButtonLink size="small" href={`/folders/${next.folder.id}`}>
          {t('done.inFolder')}
        </ButtonLink>
      ) : next.may.fulfil ? (
        <Button size="small" icon={<Check />} onClick={() => open('fulfil', next)}>
          {t('done.action')}
        </Button>
      ) : null}
      {next.may.act && !isCalledBeside ? <CallAbout next={next} /> : null}
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

/** A call about it carries it, so that what is agreed fulfils it (OUT-3); a missed caller is settled by the answer alone (OUT-2). */
function CallAbout({ next }: { next: NextReactionView }) {
  const { nameOf } = useReactionName();
  const { callerE164, callerText, counterparty } = next;
  const caller = callerE164 ? [{ raw: callerText ?? callerE164, e164: callerE164, extension: null }] : [];
  return counterparty ? (
    <CallChoice
      phones={next.phones}
      name={nameOf(next)}
      about={{
        counterpartyId: counterparty.id,
        script: { id: outgoingCallId, subjectId: next.id },
      }}
    />
  ) : (
    <CallChoice phones={caller} name={nameOf(next)} about={{}} />
  );
}
