import { getDepartmentByKind } from '@/db/departments';
import { listLeadsCreatedSince, listOpenLeads } from '@/db/leads';
import { instantOf, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { forbidden } from '@/lib/domain/errors';
import { maySeeLeads } from '@/lib/domain/leads/lead-rights';
import type { LeadInbox } from '@/lib/domain/leads/leads.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { hoursOf } from '@/lib/operations/reactions/find-responsible';
import { describeLeads } from './describe-leads';

const mostShown = 200;
const mostCounted = 1000;

/**
 * The lead inbox: what waits for the sales department, what is accepted and has no result yet, and how quickly leads
 * were accepted today by the department's own calendar.
 * @throws Refusal `forbidden`
 */
export async function listLeads(context: Context): Promise<LeadInbox> {
  const person = signedIn(context);
  if (!maySeeLeads(person)) throw forbidden();
  const { read: db } = context;
  const now = context.now();
  const sales = await getDepartmentByKind(db, 'sales');
  if (!sales) {
    return { waiting: [], accepted: [], today: { acceptedCount: 0, averageAcceptMs: null }, now };
  }
  const open = await describeLeads(db, person, await listOpenLeads(db, sales.id, mostShown), now);
  const timeZone = hoursOf(sales)?.timeZone ?? 'Europe/Moscow';
  const today = await listLeadsCreatedSince(
    db,
    sales.id,
    instantOf(wallTimeAt(now, timeZone).date, 0, timeZone),
    mostCounted,
  );
  const acceptMs = today.flatMap((lead) =>
    lead.acceptedAt === null ? [] : [lead.acceptedAt - lead.createdAt],
  );
  return {
    waiting: open.filter((lead) => lead.state === 'offered' || lead.state === 'escalated'),
    accepted: open.filter((lead) => lead.state === 'accepted'),
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
