'use client';

import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAnnounce } from '@/components/shell/announcer';
import { useClock } from '@/components/ui/clock';
import { DueBadge } from '@/components/ui/due-badge';
import { takeAlertBack, tellAlert } from '@/components/ui/notify';
import type { SlipView, UrgentNextReactions } from '@/lib/domain/reactions/next-reactions.contract';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { useReactionName } from './reaction-name';
import { type Reminder, remindersAmong, slipKey, slipsAmong, weighedKeys } from './reminder-alerts';
import { keepTold, readTold } from './told-reactions';
import { useUrgentReactions } from './urgent-reactions-provider';
import { useWorkNotifications } from './work-notifications';

type Notice = { key: string; title: string; detail: ReactNode; words: string; href: string };

/** More at once are told in one message. */
const mostApart = 3;
const listHref = '/reactions';

/**
 * A next reaction that is due soon, by the time the person chose, or has just come overdue, and what slipped with others and
 * is told to them (CO-3), make themselves known on whatever page they are, once for all tabs of the browser: in a passing
 * message, by voice for screen readers, by a system notification.
 */
export function WorkReminders({ personId }: { personId: string }) {
  const t = useTranslations('reactions.reminder');
  const urgent = useUrgentReactions();
  const clock = useClock();
  const announce = useAnnounce();
  const notifications = useWorkNotifications();
  const noticeOf = useNotices();
  const weighed = useRef<Set<string> | null>(null);
  const shown = useRef(new Set<string>());

  const look = useEffectEvent(({ reminders, slips }: UrgentNextReactions) => {
    const now = clock.now();
    const isFirstLook = weighed.current === null;
    weighed.current ??= new Set();
    const { told } = readTold(personId);
    const notices = [
      ...remindersAmong(reminders, told, weighed.current, { now, isFirstLook }).map(noticeOf.reminder),
      ...slipsAmong(slips, told, weighed.current).map(noticeOf.slip),
    ];
    const keys = new Set([...weighedKeys(reminders, now), ...slips.map(slipKey)]);
    for (const key of keys) weighed.current.add(key);
    notifications.keepOnly(keys);
    for (const key of shown.current) {
      if (keys.has(key)) continue;
      takeAlertBack(key);
      shown.current.delete(key);
    }
    if (notices.length === 0) return;
    keepTold(
      personId,
      'told',
      notices.map(({ key }) => key),
    );
    const isMany = notices.length > mostApart;
    const many: Notice = {
      key: notices[0]!.key,
      title: t('many', { count: notices.length }),
      detail: null,
      words: t('many', { count: notices.length }),
      href: listHref,
    };
    const apart = isMany ? [many] : notices;
    announce(apart.map(({ words }) => words).join(' '), 'status');
    for (const { key, title, detail, words, href } of apart) {
      shown.current.add(key);
      const onGone = () => shown.current.delete(key);
      tellAlert(title, { id: key, isAlarm: false, detail, link: { label: t('open'), href }, onGone });
      notifications.show({ key, tag: key, words, href });
    }
  });

  useEffect(() => {
    if (urgent) look(urgent);
  }, [urgent]);
  return null;
}

function useNotices() {
  const t = useTranslations('reactions.reminder');
  const format = useFormatter();
  const { topicOf, nameOf } = useReactionName();
  const hrefOf = (next: NextReactionView) => (next.appeal ? `/appeals/${next.appeal.id}` : listHref);
  const about = (next: NextReactionView) => `${topicOf(next)} · ${nameOf(next)}`;
  return {
    reminder: ({ row, key, stage }: Reminder<NextReactionView>): Notice => ({
      key,
      title: t(stage),
      detail: (
        <>
          <span className="block text-ink">{about(row)}</span>
          <DueBadge dueAt={row.dueAt} startedAt={row.startedAt} />
        </>
      ),
      words: t(`${stage}Words`, { topic: topicOf(row), name: nameOf(row) }),
      href: hrefOf(row),
    }),
    slip: (slip: SlipView): Notice => ({
      key: slipKey(slip),
      title: t(slip.kind),
      detail: (
        <>
          <span className="block text-ink">{about(slip.nextReaction)}</span>
          {t(slip.cause, { at: format.dateTime(slip.slippedFrom, 'dateTime') })}
        </>
      ),
      words: t(`${slip.kind}Words`, { topic: topicOf(slip.nextReaction), name: nameOf(slip.nextReaction) }),
      href: `${listHref}?view=${slip.kind}`,
    }),
  };
}
