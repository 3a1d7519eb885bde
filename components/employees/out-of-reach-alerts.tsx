'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAnnounce } from '@/components/shell/announcer';
import { takeAlertBack, tellAlert } from '@/components/ui/notify';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';
import { outOfReachKey } from './out-of-reach';
import { useOutOfReach } from './out-of-reach-provider';
import { keepToldOutOfReach, readToldOutOfReach } from './told-out-of-reach';

/** More at once, as after an outage of the office, are told in one message. */
const mostApart = 3;

/** Tells a head in passing, once each, of an available person whom no call reaches; taken back when they are back. */
export function OutOfReachAlerts({ personId }: { personId: string }) {
  const t = useTranslations('presence');
  const format = useFormatter();
  const announce = useAnnounce();
  const people = useOutOfReach();
  const shown = useRef(new Map<string, readonly string[]>());

  const show = (id: string, title: string, rows: readonly PresenceView[], detail?: string) => {
    shown.current.set(id, rows.map(outOfReachKey));
    tellAlert(title, {
      id,
      isAlarm: false,
      detail,
      link: { label: t('outOfReach.open'), href: '/settings/presence' },
      onGone: () => shown.current.delete(id),
    });
  };

  const look = useEffectEvent((rows: readonly PresenceView[]) => {
    const out = new Set(rows.map(outOfReachKey));
    for (const [id, keys] of shown.current) {
      if (!keys.some((key) => out.has(key))) takeAlertBack(id);
    }
    const told = readToldOutOfReach(personId);
    const fresh = rows.filter((row) => !told.has(outOfReachKey(row)));
    if (fresh.length === 0) return;
    keepToldOutOfReach(personId, fresh.map(outOfReachKey));
    if (fresh.length > mostApart) {
      const words = t('outOfReach.count', { count: fresh.length });
      show(outOfReachKey(fresh[0]!), words, fresh);
      announce(words, 'status');
      return;
    }
    for (const row of fresh) {
      const reason = row.unreachable ? t(`unreachable.${row.unreachable}`) : t('derived.unreachable');
      const at = format.dateTime(row.since, 'time');
      const title = t('outOfReach.title', { name: row.name });
      const detail = t('outOfReach.detail', { reason, at });
      show(outOfReachKey(row), title, [row], detail);
      announce(`${title}. ${detail}`, 'status');
    }
  });

  useEffect(() => {
    if (people) look(people);
  }, [people]);
  return null;
}
