import { countClientsByManager, countClientsOf, listAssignedCardsLocked } from '@/db/assignments';
import { insertChange } from '@/db/changes';
import { updateCounterparty } from '@/db/counterparties';
import { listWorkingEmployees } from '@/db/employees';
import { findPresences } from '@/db/presences';
import { updateRoundsManager } from '@/db/round-plans';
import type { Db } from '@/db/store';
import { spreadClients } from '@/lib/domain/assignments/spread-clients';
import { isAbsent } from '@/lib/domain/employees/presence';
import { Refusal } from '@/lib/domain/errors';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { clientDepartment } from '@/lib/operations/departments/client-department';
import { handOverFolders } from '@/lib/operations/folders/hand-over-folders';

/** More than anybody has; the rest would wait for the next act. */
const mostClients = 2000;

/** Everybody who works here as a client manager, absent or not. */
export async function listClientManagers(db: Db) {
  const department = await clientDepartment(db);
  if (!department) return [];
  return (await listWorkingEmployees(db, department.id)).filter(({ roles }) =>
    roles.includes('clientManager'),
  );
}

/**
 * Gives cards of one person (null: clients that are nobody's) to another, or by rule to whoever has the fewest clients (null).
 * What is open of their rounds and of their folders, and the letters waited for, go along. Returns how many
 * clients, how many next reactions of folders, and whom each card went to; those nobody can take stay where they are.
 * @throws Refusal `conflict` with `clients`, when there are not as many as were seen
 */
export async function handOverClients(
  tx: Tx,
  context: Context,
  given: {
    fromId: string | null;
    toId: string | null;
    only?: readonly string[];
    /** How many clients whoever gives them saw. */
    seen?: number;
    reason: string;
  },
): Promise<{ clients: number; nextReactions: number; receivers: ReadonlyMap<string, string> }> {
  const cards = await listAssignedCardsLocked(tx, given.fromId, given.only, mostClients);
  await refuseOtherThanSeen(tx, given);
  const receivers = given.toId
    ? new Map(cards.map(({ id }) => [id, given.toId!]))
    : spreadClients(
        cards.map(({ id }) => id),
        await loadsByRule(tx, given.fromId, context.now()),
      );
  const now = context.now();
  for (const card of cards) {
    const assignedTo = receivers.get(card.id);
    if (assignedTo === undefined || assignedTo === card.assignedTo) continue;
    await updateCounterparty(tx, card.id, { assignedTo, updatedAt: now, version: card.version + 1 });
    await updateRoundsManager(tx, [card.id], assignedTo);
    await insertChange(tx, {
      id: context.newId(),
      noun: 'counterparty',
      nounId: card.id,
      at: now,
      employeeId: context.person?.id ?? null,
      fields: { assignedTo: { from: card.assignedTo, to: assignedTo } },
      reason: given.reason,
    });
    tell(tx, { noun: 'counterparty', nounId: card.id });
  }
  if (receivers.size > 0) tell(tx, { noun: 'round', nounId: given.fromId ?? '' });
  const { fromId, reason } = given;
  const folders = fromId ? await handOverFolders(tx, context, { fromId, receivers, reason }) : null;
  const clients = cards.filter(({ id, status }) => status === 'client' && receivers.has(id)).length;
  return { clients, nextReactions: folders?.nextReactions.length ?? 0, receivers };
}

/** @throws Refusal `conflict` */
async function refuseOtherThanSeen(
  tx: Tx,
  { fromId, seen }: { fromId: string | null; seen?: number },
): Promise<void> {
  if (seen === undefined) return;
  const clients = await countClientsOf(tx, fromId);
  if (clients !== seen) {
    throw new Refusal('conflict', 'the clients were given away or added to meanwhile', {}, { clients });
  }
}

/** How many clients each has among whom the rule chooses: those who are there, or all when nobody is. */
async function loadsByRule(db: Db, fromId: string | null, now: number): Promise<Map<string, number>> {
  const managers = (await listClientManagers(db)).filter(({ id }) => id !== fromId);
  const presences = new Map(
    (
      await findPresences(
        db,
        managers.map(({ id }) => id),
      )
    ).map((presence) => [presence.employeeId, presence]),
  );
  const there = managers.filter(({ id }) => !isAbsent(presences.get(id), now));
  const counts = await countClientsByManager(db);
  return new Map((there.length > 0 ? there : managers).map(({ id }) => [id, counts.get(id) ?? 0]));
}
