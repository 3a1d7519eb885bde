/** IN-11: the lead's minute is nearly gone. */
const soonMs = 15_000;

export type WatchedLead = {
  id: string;
  dueAt: number;
  isPaused: boolean;
  state: string;
  isDeclinedByMe: boolean;
};

export type LeadSignal = { kind: 'arrived' | 'soon'; leadId: string };

const wantsMe = (lead: WatchedLead) => lead.state === 'offered' && !lead.isPaused && !lead.isDeclinedByMe;

/** Epoch ms of the next moment at which a waiting lead has 15 s left; null when there is none ahead. */
export function nextSoonAt(leads: readonly WatchedLead[], now: number): number | null {
  const moments = leads
    .filter(wantsMe)
    .map((lead) => lead.dueAt - soonMs)
    .filter((at) => at > now);
  return moments.length === 0 ? null : Math.min(...moments);
}

/**
 * What has to be sounded between two looks at the inbox: a lead that was not there before, and one whose last 15 s
 * have begun. Times are epoch ms by the server's clock.
 */
export function signalsBetween(
  known: ReadonlySet<string>,
  leads: readonly WatchedLead[],
  lookedAt: number,
  now: number,
): LeadSignal[] {
  return leads.filter(wantsMe).flatMap((lead): LeadSignal[] => {
    if (!known.has(lead.id)) return [{ kind: 'arrived', leadId: lead.id }];
    const soonAt = lead.dueAt - soonMs;
    return lookedAt < soonAt && soonAt <= now && now < lead.dueAt ? [{ kind: 'soon', leadId: lead.id }] : [];
  });
}
