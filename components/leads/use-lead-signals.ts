'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnounce } from '@/components/shell/announcer';
import { useClock } from '@/components/ui/clock';
import type { LeadView } from '@/lib/domain/leads/leads.contract';
import { nextSoonAt, signalsBetween } from './lead-signals';
import { playLeadTone } from './lead-tone';

/** Sounds and says a lead's arrival and its last 15 s, and shows in the title of the tab how many wait. */
export function useLeadSignals(waiting: readonly LeadView[], { isSounding }: { isSounding: boolean }): void {
  const t = useTranslations('leads');
  const clock = useClock();
  const announce = useAnnounce();
  const known = useRef<Set<string> | null>(null);
  const lookedAt = useRef(0);

  const look = useEffectEvent(() => {
    const now = clock.now();
    // What already stood on the page when it was opened is in sight; it has not just arrived.
    known.current ??= new Set(waiting.map((lead) => lead.id));
    for (const { kind, leadId } of signalsBetween(known.current, waiting, lookedAt.current || now, now)) {
      const lead = waiting.find((one) => one.id === leadId)!;
      const { name } = lead.counterparty;
      announce(
        kind === 'arrived' ? t('announceNew', { name, topic: lead.topic }) : t('announceSoon', { name }),
        'alert',
      );
      if (isSounding) void playLeadTone(kind);
    }
    known.current = new Set(waiting.map((lead) => lead.id));
    lookedAt.current = now;
  });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const lookAgain = () => {
      look();
      const at = nextSoonAt(waiting, clock.now());
      if (at !== null) timer = setTimeout(lookAgain, at - clock.now() + 5);
    };
    lookAgain();
    return () => clearTimeout(timer);
  }, [waiting, clock]);

  const offered = waiting.filter((lead) => lead.state === 'offered' && !lead.isDeclinedByMe);
  const firstName = offered[0]?.counterparty.name;
  const title = firstName ? t('tabTitle', { count: offered.length, name: firstName }) : null;
  useEffect(() => {
    if (title === null) return;
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
