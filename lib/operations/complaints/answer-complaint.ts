import { getCounterparty } from '@/db/counterparties';
import { getEmployee } from '@/db/employees';
import type { ComplaintState } from '@/lib/domain/complaints/complaint';
import type { Responsible } from '@/lib/domain/reactions/records';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import { complaintFor, endWorkOf, saveComplaint } from './change-complaint';

/** CARD: topics are Russian in every language of the screen. */
const secondCallTopic = 'второй звонок после решения рекламации';

/**
 * SA-3: what caused the complaint and what the client was told. It is written as a reaction, which does the work of the
 * head and of whoever else has the complaint, and leaves the second call to the client's own manager (CO-3).
 * @throws Refusal as `complaintFor`
 */
export async function answerComplaint(
  context: Context,
  input: { complaintId: string; version: number; cause: string; answer: string },
): Promise<{ state: ComplaintState; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'answer', input);
    const written = await writeRecords(tx, context, {
      plan: {
        counterparty: { use: 'existing', id: complaint.counterpartyId, complete: {} },
        appeal: { use: 'existing', id: complaint.appealId },
        reaction: { type: 'other', topic: '', note: `${input.cause}\n\n${input.answer}` },
        nextReactions: [
          {
            responsible: await managerOf(tx, complaint.counterpartyId),
            dueSetting: 'tomorrow',
            topic: secondCallTopic,
          },
        ],
      },
      callId: null,
      route: null,
      employee: person,
      happenedAt: context.now(),
    });
    await endWorkOf(tx, context, person, {
      reactionIds: [
        complaint.reactionId,
        ...(complaint.answerReactionId ? [complaint.answerReactionId] : []),
      ],
      by: written.reactionId,
      reason: input.answer,
      ownOnly: true,
    });
    return saveComplaint(tx, context, complaint, {
      state: 'answered',
      ownerId: complaint.ownerId ?? person.id,
      cause: input.cause,
      answer: input.answer,
      answerReactionId: written.reactionId,
      answeredAt: context.now(),
      answeredBy: person.id,
    });
  });
}

/** The client's own manager, else the client department. */
async function managerOf(tx: Tx, counterpartyId: string): Promise<Responsible> {
  const card = await getCounterparty(tx, counterpartyId);
  const manager = card?.assignedTo ? await getEmployee(tx, card.assignedTo) : null;
  return manager && manager.disabledAt === null
    ? { kind: 'employee', employeeId: manager.id }
    : { kind: 'department', departmentKind: 'client' };
}
