import { getDepartmentByKind } from '@/db/departments';
import { type LeadRow, listAcceptedLeads, listLeadsAcceptedSince, listWaitingLeads } from '@/db/leads';
import { hoursOf, timeZoneOf } from '@/lib/domain/deadlines/business-hours';
import { instantOf, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { timeOnClock } from '@/lib/domain/deadlines/working-time';
import { forbidden } from '@/lib/domain/errors';
import { promiseKeptAt } from '@/lib/domain/leads/lead';
import { maySeeLeads } from '@/lib/domain/leads/lead-rights';
import type { LeadInbox } from '@/lib/domain/leads/leads.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeLeads } from './describe-leads';

const mostShown = 200;
const mostCounted = 1000;

/**
 * The lead inbox: what waits for the sales department, what is accepted and has no result yet, and in how much of the
 * department's working time leads were accepted today (IN-11). However many are in work, none that waits is pushed out by them; what
 * the inbox has no room for stands in the list of next reactions, as every lead does.
 * @throws Refusal `forbidden`
 */
export async function listLeads(
  context: Context,
  { most = mostShown }: { most?: number } = {},
): Promise<LeadInbox> {
  const person = signedIn(context);
  if (!maySeeLeads(person)) throw forbidden();
  const { read: db } = context;
  const now = context.now();
  const sales = await getDepartmentByKind(db, 'sales');
  if (!sales) {
    const today = { acceptedCount: 0, averageAcceptMs: null };
    return { waiting: [], accepted: [], hasMore: { waiting: false, accepted: false }, today, now };
  }
  const waiting = await listWaitingLeads(db, sales.id, most + 1);
  const accepted = await listAcceptedLeads(db, sales.id, most + 1);
  const shown = (leads: LeadRow[]) => describeLeads(db, person, leads.slice(0, most), now);
  context.saw({
    kind: 'leads',
    rowCount: Math.min(waiting.length, most) + Math.min(accepted.length, most),
  });
  const hours = hoursOf(sales);
  const timeZone = timeZoneOf(sales);
  const today = await listLeadsAcceptedSince(
    db,
    sales.id,
    instantOf(wallTimeAt(now, timeZone).date, 0, timeZone),
    mostCounted,
  );
  const acceptMs = today.flatMap(({ lead, startedAt }) => {
    const keptAt = promiseKeptAt(lead);
    return keptAt === null ? [] : [timeOnClock(hours, startedAt, keptAt)];
  });
  return {
    waiting: await shown(waiting),
    accepted: await shown(accepted),
    hasMore: { waiting: waiting.length > most, accepted: accepted.length > most },
    today: {
      acceptedCount: acceptMs.length,
      averageAcceptMs:
        acceptMs.length === 0
          ? null
          : Math.round(acceptMs.reduce((sum, ms) => sum + ms, 0) / acceptMs.length),
    },
    now,
  };
}
