'use client';

import {
  ArrowRightLeft,
  CalendarClock,
  Check,
  CircleSlash,
  Eye,
  Handshake,
  PhoneMissed,
  PhoneOutgoing,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Timeline } from '@/components/ui/timeline';
import type { NextReactionEvent } from '@/lib/domain/reactions/reaction';
import type { NextReactionChangeView } from '@/lib/domain/reactions/reaction-views';
import { slipListeners } from '@/lib/domain/reactions/slip';

const icons: Record<NextReactionEvent, ReactNode> = {
  rerouted: <ArrowRightLeft />,
  handedOver: <ArrowRightLeft />,
  postponed: <CalendarClock />,
  accepted: <Handshake />,
  escalated: <TriangleAlert />,
  shown: <Eye />,
  undone: <Undo2 />,
  missedAgain: <PhoneMissed />,
  calledInVain: <PhoneOutgoing />,
  fulfilled: <Check />,
  closed: <CircleSlash />,
};

/** Who moved a next reaction, from what to what, and why. */
export function NextReactionHistory({ changes }: { changes: readonly NextReactionChangeView[] }) {
  const t = useTranslations('reactions');
  const format = useFormatter();
  if (changes.length === 0) return <p className="text-faint">{t('noHistory')}</p>;
  const reasonOf = ({ what, reason }: NextReactionChangeView) => {
    if (reason === 'minuteGone' || reason === 'declinedByAll') return t(`reasons.${reason}`);
    const listener = what === 'shown' && slipListeners.find((one) => one === reason);
    return listener ? t(`shownTo.${listener}`) : `«${reason}»`;
  };
  const move = (from: string | null, to: string | null) =>
    to !== null && from !== to ? t('fromTo', { from: from ?? '—', to }) : null;
  const at = (time: number | null) => (time === null ? null : format.dateTime(time, 'dateTime'));
  return (
    <Timeline
      label={t('history')}
      entries={changes.map((change, index) => ({
        key: `${change.at} ${index}`,
        time: format.dateTime(change.at, 'dateTime'),
        icon: icons[change.what],
        tone: change.what === 'escalated' || change.what === 'shown' ? 'danger' : 'plain',
        title: [t(`events.${change.what}`), change.employeeName].filter(Boolean).join(' · '),
        detail: [
          change.what === 'shown'
            ? change.to.responsible
            : move(change.from.responsible, change.to.responsible),
          move(at(change.from.dueAt), at(change.to.dueAt)),
          change.reason && reasonOf(change),
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
    />
  );
}
