import { listCallClaims } from '@/db/call-claims';
import { listCallOffers } from '@/db/call-offers';
import { type CallRow, getCall } from '@/db/calls';
import { getEmployee } from '@/db/employees';
import type { Db } from '@/db/store';
import type { CallView } from '@/lib/domain/calls/call-view';
import type { Person } from '@/lib/domain/employees/employee';
import { mayOpenDraftOf, mayReadJournal, mayWorkOnDraftOf } from '@/lib/domain/employees/permissions';
import { notFound } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeCall } from './describe-call';

/**
 * One call for whom it concerns: those who may open its draft, and those whom it was offered to, who see card, appeal
 * and path while it rings. Anybody else is told it is not there. @throws Refusal `notFound`
 */
export async function getCallView(context: Context, { callId }: { callId: string }): Promise<CallView> {
  const person = signedIn(context);
  const db = context.read;
  const call = await getCall(db, callId);
  if (!call || !(await mayReadCall(db, call, person))) throw notFound('call');
  const owner = call.ownerId ? await getEmployee(db, call.ownerId) : null;
  const mayWork = owner !== null && mayWorkOnDraftOf(person, owner.id, owner.departmentId);
  return describeCall(db, call, { now: context.now(), personId: person.id, mayWork });
}

export async function mayReadCall(db: Db, call: CallRow, person: Person): Promise<boolean> {
  const owner = call.ownerId ? await getEmployee(db, call.ownerId) : null;
  if (owner ? mayOpenDraftOf(person, owner.id, owner.departmentId) : mayReadJournal(person)) return true;
  if (call.claimedBy === person.id) return true;
  const offers = await listCallOffers(db, call.id);
  if (offers.some((offer) => offer.employeeId === person.id)) return true;
  const claims = await listCallClaims(db, call.id);
  return claims.some((claim) => claim.employeeId === person.id);
}
