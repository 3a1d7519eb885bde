import { listCallsAbout } from '@/db/subject-calls';
import type { Person } from '@/lib/domain/employees/employee';
import { discardWithin } from '@/lib/operations/call-scripts/discard-call';
import { type Context, KeptRefusal, type Tx } from '@/lib/operations/context';

/** CARD: what is written into the history is Russian in every language of the screen. */
const reason = 'рекламация записана по обзвону';

/** SA-3: what the unfinished calls about a round still had to write is written: they are settled with it. */
export async function settleTalksOf(
  tx: Tx,
  context: Context,
  person: Person,
  roundId: string,
): Promise<void> {
  for (const call of await listCallsAbout(tx, [roundId])) {
    const settled = await discardWithin(tx, context, call, { reason, employeeId: person.id });
    if (settled instanceof KeptRefusal) throw settled.refusal;
  }
}
