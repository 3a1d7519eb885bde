'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnounce } from '@/components/shell/announcer';
import { useTabTitle } from '@/components/shell/use-tab-title';
import { useClock } from '@/components/ui/clock';
import type { LeadView } from '@/lib/domain/leads/leads.contract';
import { nextSoonAt, signalsBetween } from './lead-signals';
import { playLeadTone } from './lead-tone';

const nothing: readonly LeadView[] = [];

/**
 * Tells a lead's arrival and its last 15 s by sound, by voice for screen readers and by a system notification, and shows
 * in the title of the tab how many wait. Leads that were not read yet are null.
 */
export function useLeadSignals(
  read: readonly LeadView[] | null,
  { isSounding }: { isSounding: boolean },
): void {
  const t = useTranslations('leads');
  const clock = useClock();
  const announce = useAnnounce();
  const notifyOf = useLeadNotifications(read ?? nothing);
  const known = useRef<Set<string> | null>(null);
  const lookedAt = useRef(0);

  const look = useEffectEvent((waiting: readonly LeadView[]) => {
    const now = clock.now();
    // What already waited when the console was opened is shown; it has not just arrived.
    known.current ??= new Set(waiting.map((lead) => lead.id));
    for (const { kind, leadId } of signalsBetween(known.current, waiting, lookedAt.current || now, now)) {
      const lead = waiting.find((one) => one.id === leadId)!;
      const { name } = lead.counterparty;
      const words =
        kind === 'arrived' ? t('announceNew', { name, topic: lead.topic }) : t('announceSoon', { name });
      announce(words, 'alert');
      notifyOf(lead, words);
      if (isSounding) void playLeadTone(kind);
    }
    known.current = new Set(waiting.map((lead) => lead.id));
    lookedAt.current = now;
  });

  useEffect(() => {
    if (read === null) return;
    let timer: ReturnType<typeof setTimeout>;
    const lookAgain = () => {
      look(read);
      const at = nextSoonAt(read, clock.now());
      if (at !== null) timer = setTimeout(lookAgain, at - clock.now() + 5);
    };
    lookAgain();
    return () => clearTimeout(timer);
  }, [read, clock]);

  const offered = (read ?? nothing).filter((lead) => lead.state === 'offered' && !lead.isDeclinedByMe);
  const firstName = offered[0]?.counterparty.name;
  useTabTitle('lead', firstName ? t('tabTitle', { count: offered.length, name: firstName }) : null);
}

/** System notifications of leads, each taken back when its lead waits no more. */
function useLeadNotifications(waiting: readonly LeadView[]) {
  const router = useRouter();
  const shown = useRef(new Map<string, Notification>());
  useEffect(() => {
    for (const [leadId, notification] of shown.current) {
      if (waiting.some((lead) => lead.id === leadId)) continue;
      notification.close();
      shown.current.delete(leadId);
    }
  }, [waiting]);
  return (lead: LeadView, words: string) => {
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    const notification = new Notification(words, { tag: `lead-${lead.id}`, requireInteraction: true });
    notification.onclick = () => {
      window.focus();
      notification.close();
      router.push(`/leads?lead=${lead.id}`);
    };
    shown.current.set(lead.id, notification);
  };
}
