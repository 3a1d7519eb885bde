import { getCounterparty } from '@/db/counterparties';
import { getEmployee } from '@/db/employees';
import type { NextReactionToWrite, Responsible } from '@/lib/domain/reactions/records';
import type { Tx } from '@/lib/operations/context';

/** CARD: topics are Russian in every language of the screen. */
export const secondCallTopic = 'второй звонок после решения рекламации';

/** CO-3: the client's own manager, else the client department, calls the client again. */
export async function secondCallTo(tx: Tx, counterpartyId: string): Promise<NextReactionToWrite> {
  return { responsible: await managerOf(tx, counterpartyId), dueSetting: 'tomorrow', topic: secondCallTopic };
}

async function managerOf(tx: Tx, counterpartyId: string): Promise<Responsible> {
  const card = await getCounterparty(tx, counterpartyId);
  const manager = card?.assignedTo ? await getEmployee(tx, card.assignedTo) : null;
  return manager && manager.disabledAt === null
    ? { kind: 'employee', employeeId: manager.id }
    : { kind: 'department', departmentKind: 'client' };
}
