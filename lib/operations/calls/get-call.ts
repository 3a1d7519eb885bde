import { getCall } from '@/db/calls';
import { getEmployee } from '@/db/employees';
import type { CallView } from '@/lib/domain/calls/call-view';
import { mayWorkOnDraftOf } from '@/lib/domain/employees/permissions';
import { notFound } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { seenCandidates } from '@/lib/operations/counterparties/find-caller';
import { readCompanyNames } from './company-names';
import { describeCall } from './describe-call';
import { readingOfCall } from './reading-of-call';

/**
 * One call for whom it concerns, as much of it as they may read. Anybody else is told it is not there.
 * @throws Refusal `notFound`
 */
export async function getCallView(context: Context, { callId }: { callId: string }): Promise<CallView> {
  const person = signedIn(context);
  const db = context.read;
  const call = await getCall(db, callId);
  const reading = call ? await readingOfCall(db, call, person) : 'none';
  if (!call || reading === 'none') throw notFound('call');
  const owner = call.ownerId ? await getEmployee(db, call.ownerId) : null;
  // Whoever is in another's conversation leads it only once they have taken it over.
  const isLookingOn = call.supervisedBy === person.id;
  const mayWork = owner !== null && !isLookingOn && mayWorkOnDraftOf(person, owner);
  const company = await readCompanyNames(db);
  const view = await describeCall(db, call, { now: context.now(), person, reading, mayWork, company });
  context.saw(
    { kind: 'call', subjectId: call.id, counterpartyId: call.counterpartyId },
    ...seenCandidates(view.candidates),
  );
  return view;
}
