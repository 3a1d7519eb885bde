import type { CallRow } from '@/db/calls';
import { listComplaintCalls } from '@/db/complaints';
import { getCounterparty } from '@/db/counterparties';
import { getEmployee } from '@/db/employees';
import type { Db } from '@/db/store';
import { listCallsOfSubject } from '@/db/subject-calls';
import type { NextReactionToWrite, Responsible } from '@/lib/domain/reactions/records';
import type { Tx } from '@/lib/operations/context';

/** CARD: topics are Russian in every language of the screen. */
export const secondCallTopic = 'второй звонок после решения рекламации';

/** CO-3: the client's own manager, else the client department, calls the client again. */
export async function secondCallTo(tx: Tx, counterpartyId: string): Promise<NextReactionToWrite> {
  return {
    responsible: await ownManagerOf(tx, counterpartyId),
    dueSetting: 'tomorrow',
    topic: secondCallTopic,
  };
}

const mostCalls = 20;

/** The last calls placed about a complaint whose outcome nobody wrote down yet, the newest first. */
export async function listSecondCallsMade(db: Db, complaintId: string): Promise<CallRow[]> {
  const kept = new Set((await listComplaintCalls(db, complaintId)).map(({ callId }) => callId));
  return (await listCallsOfSubject(db, complaintId, mostCalls)).filter(({ id }) => !kept.has(id));
}

/** The client's own manager, else the client department. */
export async function ownManagerOf(tx: Tx, counterpartyId: string): Promise<Responsible> {
  const card = await getCounterparty(tx, counterpartyId);
  const manager = card?.assignedTo ? await getEmployee(tx, card.assignedTo) : null;
  return manager && manager.disabledAt === null
    ? { kind: 'employee', employeeId: manager.id }
    : { kind: 'department', departmentKind: 'client' };
}
