'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { sideOf } from '@/components/calls/call-side';
import { useMyCalls } from '@/components/calls/my-calls-provider';
import { isLeadSoundOn, onLeadSoundChange } from '@/components/leads/lead-sound';
import { playLeadTone } from '@/components/leads/lead-tone';
import { useAnnounce } from '@/components/shell/announcer';
import { takeAlertBack, tellAlert } from '@/components/ui/notify';
import type { LiveCall } from '@/lib/domain/calls/supervision.contract';
import { useHelpRequests } from './help-requests-provider';

const nothing: readonly LiveCall[] = [];

const keyOf = ({ id, help }: LiveCall) => `help ${id} ${help?.askedAt}`;

/**
 * An employee asks for help (S5): whoever may come sees it on whatever page they are until somebody came, hears a sound and
 * gets a system notification; in the middle of a call of their own it makes no sound.
 */
export function HelpAlerts({ personId }: { personId: string }) {
  const t = useTranslations('supervision.alert');
  const requests = useHelpRequests()?.rows ?? null;
  const { calls } = useMyCalls();
  const announce = useAnnounce();
  const isSounding = useSyncExternalStore(onLeadSoundChange, isLeadSoundOn, () => true);
  const isOnCall = calls.some((call) => !['unfinished', 'handedOver'].includes(sideOf(call, personId)));
  const notifyOf = useHelpNotifications(requests ?? nothing);
  const told = useRef(new Set<string>());
  const shown = useRef(new Set<string>());

  const look = useEffectEvent((rows: readonly LiveCall[]) => {
    const waiting = new Set(rows.map(keyOf));
    for (const key of shown.current) {
      if (waiting.has(key)) continue;
      takeAlertBack(key);
      shown.current.delete(key);
    }
    const fresh = rows.filter((row) => !told.current.has(keyOf(row)) && row.employee?.id !== personId);
    for (const row of fresh) {
      const key = keyOf(row);
      const name = row.employee?.name ?? '';
      const words = row.help?.words ?? '';
      told.current.add(key);
      shown.current.add(key);
      tellAlert(t('title'), {
        id: key,
        isAlarm: true,
        detail: (
          <>
            <span className="block text-ink">{name}</span>
            {words}
          </>
        ),
        link: { label: t('open'), href: '/calls/live' },
        onGone: () => shown.current.delete(key),
      });
      const said = words ? t('announceWords', { name, words }) : t('announce', { name });
      announce(said, isOnCall ? 'status' : 'alert');
      notifyOf(row, said);
    }
    if (fresh.length > 0 && isSounding && !isOnCall) void playLeadTone('complaint');
  });

  useEffect(() => {
    if (requests) look(requests);
  }, [requests]);
  return null;
}

/** System notifications, each taken back when its request waits no more. */
function useHelpNotifications(rows: readonly LiveCall[]) {
  const router = useRouter();
  const shown = useRef(new Map<string, Notification>());
  useEffect(() => {
    const waiting = new Set(rows.map(keyOf));
    for (const [key, notification] of shown.current) {
      if (waiting.has(key)) continue;
      notification.close();
      shown.current.delete(key);
    }
  }, [rows]);
  return (row: LiveCall, words: string) => {
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    const notification = new Notification(words, { tag: keyOf(row), requireInteraction: true });
    notification.onclick = () => {
      window.focus();
      notification.close();
      router.push('/calls/live');
    };
    shown.current.set(keyOf(row), notification);
  };
}
