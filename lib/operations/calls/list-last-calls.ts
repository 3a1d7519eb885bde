import { listVisibleCounterparties } from '@/db/counterparties';
import { listLastCallsOf } from '@/db/employee-calls';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import { type Context, signedIn } from '@/lib/operations/context';
import { readCodeLengths } from '@/lib/operations/settings/read-code-lengths';
import { callerOf } from './describe-call';

const shown = 8;

/** Whom the person talked to last: the card the call was about, else the number; neither when it was withheld. */
export async function listLastCalls(context: Context) {
  const person = signedIn(context);
  const calls = await listLastCallsOf(context.read, person.id, shown);
  const ids = [...new Set(calls.flatMap(({ counterpartyId }) => counterpartyId ?? []))];
  const cards = await listVisibleCounterparties(context.read, cardScopeOf(person), ids);
  const codeLengthOf = await readCodeLengths(context.read);
  context.saw({ kind: 'lastCalls', rowCount: calls.length });
  return calls.map((call) => ({
    id: call.id,
    arrivedAt: call.arrivedAt,
    who: cards.find(({ id }) => id === call.counterpartyId)?.name ?? callerOf(call, codeLengthOf).display,
  }));
}
