import { type ComplaintRow, insertComplaintCall, insertComplaintReaction } from '@/db/complaints';
import {
  type ComplaintState,
  type SecondCallOutcome,
  stateAfterSecondCall,
} from '@/lib/domain/complaints/complaint';
import type { Person } from '@/lib/domain/employees/employee';
import { invalid } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import { complaintFor, listWorkOf, saveComplaint } from './change-complaint';
import { closeWithin } from './close-complaint';
import { reopenWithin } from './reopen-complaint';
import { listSecondCallsMade, secondCallTo, secondCallTopic } from './second-call';

type Changed = { state: ComplaintState; version: number };
type At = { complaintId: string; version: number };

/**
 * SA-3: the call after the solution. Whoever is content has the complaint closed; who is still unhappy has it reopened,
 * with their words for the head and the general director.
 * @throws Refusal as `complaintFor`; `invalid` for an unhappy client without words, and at `callId` for a call that was not placed
 * about the complaint or has its outcome already
 */
export async function callAfterComplaint(
  context: Context,
  input: At & { outcome: SecondCallOutcome; words: string; callId?: string | null },
): Promise<Changed> {
  const person = signedIn(context);
  if (input.outcome === 'unhappy' && input.words === '') throw invalid({ words: 'required' });
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'call', input);
    const callId = input.callId ?? null;
    const made = callId === null ? [] : await listSecondCallsMade(tx, complaint.id);
    if (callId !== null && !made.some(({ id }) => id === callId)) throw invalid({ callId: 'notAChoice' });
    await insertComplaintCall(tx, {
      id: context.newId(),
      complaintId: complaint.id,
      at: context.now(),
      employeeId: person.id,
      outcome: input.outcome,
      words: input.words,
      callId,
    });
    const state = stateAfterSecondCall[input.outcome];
    if (state === 'inWork') {
      return reopenWithin(tx, context, person, complaint, {
        words: input.words,
        type: 'outgoingCall',
        callId,
      });
    }
    const reactionId = await writeSecondCall(tx, context, person, complaint, { ...input, callId });
    if (state === 'closed')
      return closeWithin(tx, context, person, complaint, input.words || null, reactionId);
    return saveComplaint(tx, context, complaint, {});
  });
}

/** The call as a reaction. One that did not reach the client leaves the second call open as it is, or anew when it has ended. */
async function writeSecondCall(
  tx: Tx,
  context: Context,
  person: Person,
  complaint: ComplaintRow,
  { outcome, words, callId }: { outcome: SecondCallOutcome; words: string; callId: string | null },
): Promise<string> {
  const isOpen = (await listWorkOf(tx, complaint)).some(
    ({ kind, endedAt }) => kind !== 'complaint' && endedAt === null,
  );
  const isToBeCalled = outcome === 'notReached' && !isOpen;
  const { reactionId } = await writeRecords(tx, context, {
    plan: {
      counterparty: { use: 'existing', id: complaint.counterpartyId, complete: {} },
      appeal: { use: 'existing', id: complaint.appealId },
      reaction: {
        type: 'outgoingCall',
        topic: secondCallTopic,
        note: outcome === 'notReached' ? `не дозвонились\n\n${words}` : words,
      },
      nextReactions: isToBeCalled ? [await secondCallTo(tx, complaint.counterpartyId)] : [],
    },
    callId,
    route: null,
    employee: person,
    happenedAt: context.now(),
  });
  if (isToBeCalled) await insertComplaintReaction(tx, { complaintId: complaint.id, reactionId });
  return reactionId;
}
