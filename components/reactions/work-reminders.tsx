'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnounce } from '@/components/shell/announcer';
import { useClock } from '@/components/ui/clock';
import { DueBadge } from '@/components/ui/due-badge';
import { takeAlertBack, tellAlert } from '@/components/ui/notify';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { useReactionName } from './reaction-name';
import { type Reminder, remindersAmong, weighedKeys } from './reminder-alerts';
import { keepTold, readTold } from './told-reactions';
import { useUrgentReactions } from './urgent-reactions-provider';
import { useWorkNotifications } from './work-notifications';

/** More at once are told in one message. */
const mostApart = 3;
const listHref = '/reactions';

/**
 * A next reaction that is due soon, by the time the person chose, or has just come overdue makes itself known on whatever page
 * they are, once for all tabs of the browser: in a passing message, by voice for screen readers, by a system notification.
 */
export function WorkReminders({ personId }: { personId: string }) {
  const t = useTranslations('reactions.reminder');
  const urgent = useUrgentReactions();
  const clock = useClock();
  const announce = useAnnounce();
  const notifications = useWorkNotifications();
  const { topicOf, nameOf } = useReactionName();
  const weighed = useRef<Set<string> | null>(null);
  const shown = useRef(new Set<string>());

  const wordsOf = ({ row, stage }: Reminder<NextReactionView>) =>
    t(`${stage}Words`, { topic: topicOf(row), name: nameOf(row) });
  const show = (reminder: Reminder<NextReactionView>) => {
    const { row, key, stage } = reminder;
    shown.current.add(key);
    tellAlert(t(stage), {
      id: key,
      isAlarm: false,
      detail: (
        <>
          <span className="block text-ink">{`${topicOf(row)} · ${nameOf(row)}`}</span>
          <DueBadge dueAt={row.dueAt} startedAt={row.startedAt} />
        </>
      ),
      link: { label: t('open'), href: row.appeal ? `/appeals/${row.appeal.id}` : listHref },
      onGone: () => shown.current.delete(key),
    });
  };

  const look = useEffectEvent((rows: readonly NextReactionView[]) => {
    const now = clock.now();
    const isFirstLook = weighed.current === null;
    weighed.current ??= new Set();
    const { told } = readTold(personId);
    const reminders = remindersAmong(rows, told, weighed.current, { now, isFirstLook });
    const keys = new Set(weighedKeys(rows, now));
    for (const key of keys) weighed.current.add(key);
    notifications.keepOnly(keys);
    for (const key of shown.current) if (!keys.has(key)) takeAlertBack(key);
    if (reminders.length === 0) return;
    keepTold(
      personId,
      'told',
      reminders.map(({ key }) => key),
    );
    const many = t('many', { count: reminders.length });
    const isMany = reminders.length > mostApart;
    announce(isMany ? many : reminders.map(wordsOf).join(' '), 'status');
    if (isMany) {
      const { key } = reminders[0]!;
      tellAlert(many, { id: key, isAlarm: false, link: { label: t('open'), href: listHref } });
      notifications.show({ key, tag: 'reminders', words: many, href: listHref });
      return;
    }
    for (const reminder of reminders) {
      show(reminder);
      const { row, key } = reminder;
      const href = row.appeal ? `/appeals/${row.appeal.id}` : listHref;
      notifications.show({ key, tag: `reminder-${row.id}`, words: wordsOf(reminder), href });
    }
  });

  useEffect(() => {
    if (urgent) look(urgent.reminders);
  }, [urgent]);
  return null;
}
