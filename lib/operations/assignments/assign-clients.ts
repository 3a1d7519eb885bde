import { getEmployee } from '@/db/employees';
import { forbidden, invalid } from '@/lib/domain/errors';
import { mayAssignClients } from '@/lib/domain/rounds/round-rights';
import { handOverComplaints } from '@/lib/operations/complaints/hand-over-complaints';
import { type Context, signedIn } from '@/lib/operations/context';
import { handOverOpenWork } from '@/lib/operations/employees/hand-over-open-work';
import { handOverClients, listClientManagers } from './hand-over-clients';

type Input = {
  fromId: string | null;
  toId: string | null;
  counterpartyIds?: string[];
  seenClients?: number;
  reason: string;
};

/**
 * Assigns clients by hand or by rule. They go with what hangs on them: open rounds, folders, and that person's next reactions and
 * complaints about them. With all clients of a person all their work goes, to whoever was named; by rule it stays with the department.
 * @throws Refusal `forbidden`; `conflict` with `clients`, how many there are, when they are not as many as were seen; `invalid` at `toId` for who is no client manager at work, or the same person
 */
export async function assignClients(
  context: Context,
  input: Input,
): Promise<{ clients: number; nextReactions: number; complaints: number }> {
  const person = signedIn(context);
  if (!mayAssignClients(person)) throw forbidden();
  return context.tx(async (tx) => {
    const managers = await listClientManagers(tx);
    const to = managers.find(({ id }) => id === input.toId) ?? null;
    if (input.toId !== null && (!to || input.toId === input.fromId)) throw invalid({ toId: 'notAChoice' });
    const from = input.fromId ? await getEmployee(tx, input.fromId) : null;
    if (input.fromId !== null && !from) throw invalid({ fromId: 'notAChoice' });
    const {
      clients,
      nextReactions: ofFolders,
      receivers,
    } = await handOverClients(tx, context, {
      fromId: input.fromId,
      toId: input.toId,
      only: input.counterpartyIds,
      seen: input.seenClients,
      reason: input.reason,
    });
    if (!from) return { clients, nextReactions: ofFolders, complaints: 0 };
    const { reason } = input;
    if (input.counterpartyIds) {
      const work = { nextReactions: ofFolders, complaints: 0 };
      for (const [toId, cards] of Map.groupBy(receivers.keys(), (id) => receivers.get(id)!)) {
        const receiver = managers.find(({ id }) => id === toId)!;
        const only = { counterpartyIds: cards };
        work.complaints += await handOverComplaints(tx, context, { fromId: from.id, toId, reason, only });
        work.nextReactions += await handOverOpenWork(tx, context, { from, to: receiver, reason, only });
      }
      return { clients, ...work };
    }
    const complaints = await handOverComplaints(tx, context, { fromId: from.id, toId: input.toId, reason });
    const ofWork = await handOverOpenWork(tx, context, {
      from,
      to: to ?? { id: null, departmentId: from.departmentId },
      reason,
    });
    return { clients, nextReactions: ofFolders + ofWork, complaints };
  });
}
