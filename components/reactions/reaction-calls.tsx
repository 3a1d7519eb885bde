'use client';

import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { isLeadSoundOn, onLeadSoundChange } from '@/components/leads/lead-sound';
import { playLeadTone } from '@/components/leads/lead-tone';
import { useAnnounce } from '@/components/shell/announcer';
import { useClock } from '@/components/ui/clock';
import { DueBadge } from '@/components/ui/due-badge';
import { takeAlertBack, tellAlert } from '@/components/ui/notify';
import type { UrgentNextReaction } from '@/lib/domain/reactions/next-reactions.contract';
import { type AlertMemory, alertKey, alertsAmong, type ReactionAlert } from './reaction-alerts';
import { useReactionName } from './reaction-name';
import { keepTold, readTold } from './told-reactions';
import { useUrgentReactions } from './urgent-reactions-provider';
import { useIsOnCall } from './use-is-on-call';
import { useWorkNotifications } from './work-notifications';

/** More at once, as at the opening hour, are told in one message. */
const mostApart = 3;

const hrefOf = (row: UrgentNextReaction) => (row.appeal ? `/appeals/${row.appeal.id}` : '/reactions');

/**
 * IN-5, SA-3: a next reaction with a clock of minutes that falls to the person or their department makes itself known on
 * whatever page they are: in a passing message, by voice for screen readers, by sound and by a system notification.
 */
export function ReactionCalls({ personId }: { personId: string }) {
  const t = useTranslations('reactions.alert');
  const urgent = useUrgentReactions();
  const isOnCall = useIsOnCall(personId);
  const clock = useClock();
  const announce = useAnnounce();
  const { topicOf, nameOf } = useReactionName();
  const isSounding = useSyncExternalStore(onLeadSoundChange, isLeadSoundOn, () => true);
  const notifications = useWorkNotifications();
  const before = useRef<AlertMemory | null>(null);
  const weighed = useRef(new Set<string>());
  const shown = useRef(new Set<string>());

  const show = ({ row, key, isAlarm }: ReactionAlert<UrgentNextReaction>) => {
    shown.current.add(key);
    tellAlert(t(isAlarm ? 'complaint' : row.kind === 'missedCall' ? 'missedCall' : 'title'), {
      id: key,
      isAlarm,
      detail: (
        <>
          <span className="block text-ink">
            {row.kind === 'missedCall' ? nameOf(row) : `${topicOf(row)} · ${nameOf(row)}`}
          </span>
          <DueBadge dueAt={row.dueAt} startedAt={row.startedAt} paused={row.isPaused} />
        </>
      ),
      link: { label: t('open'), href: hrefOf(row) },
      onGone: () => {
        shown.current.delete(key);
        if (isAlarm) keepTold(personId, 'pressed', [key]);
      },
    });
  };

  const look = useEffectEvent((rows: readonly UrgentNextReaction[]) => {
    const isFirstLook = before.current === null;
    before.current ??= readTold(personId);
    const now = clock.now();
    const alerts = alertsAmong(rows, before.current, weighed.current, { now, isFirstLook });
    for (const row of rows) {
      if (!row.isPaused || alerts.some(({ key }) => key === alertKey(row)))
        weighed.current.add(alertKey(row));
    }
    const waitingKeys = new Set(rows.map(alertKey));
    notifications.keepOnly(waitingKeys);
    for (const key of shown.current) {
      if (!waitingKeys.has(key)) takeAlertBack(key);
    }
    if (alerts.length === 0) return;
    const passing = alerts.filter(({ isAlarm }) => !isAlarm);
    const isMany = passing.length > mostApart;
    if (isMany) {
      tellAlert(t('many', { count: passing.length }), {
        id: passing[0]!.key,
        isAlarm: false,
        link: { label: t('open'), href: '/reactions' },
      });
    }
    for (const alert of alerts) if (alert.isAlarm || !isMany) show(alert);
    // Another tab of this browser may have sounded already.
    const { told } = readTold(personId);
    const fresh = alerts.filter(({ key }) => !told.has(key));
    if (fresh.length === 0) return;
    keepTold(
      personId,
      'told',
      fresh.map(({ key }) => key),
    );
    const first = fresh.find(({ isAlarm }) => isAlarm) ?? fresh[0]!;
    const wordsOf = ({ row, isAlarm }: ReactionAlert<UrgentNextReaction>) =>
      t(isAlarm ? 'announceComplaint' : 'announce', { topic: topicOf(row), name: nameOf(row) });
    announce(
      fresh.length > 1 ? `${wordsOf(first)} ${t('andMore', { count: fresh.length - 1 })}` : wordsOf(first),
      isOnCall ? 'status' : 'alert',
    );
    for (const alert of fresh) {
      if (!alert.isAlarm && isMany) continue;
      notifications.show({
        key: alert.key,
        tag: `reaction-${alert.row.id}`,
        words: wordsOf(alert),
        href: hrefOf(alert.row),
        isLasting: alert.isAlarm,
      });
    }
    if (isSounding && !isOnCall) void playLeadTone(first.isAlarm ? 'complaint' : 'reaction');
  });

  useEffect(() => {
    if (urgent) look(urgent.rows);
  }, [urgent]);
  return null;
}
