import { listAppealsOfCounterparties } from '@/db/appeals';
import { listAttachments } from '@/db/attachments';
import type { CounterpartyRow } from '@/db/counterparties';
import { listCallsOfCounterparties } from '@/db/counterparty-calls';
import { listPurchases } from '@/db/purchases';
import type { Db } from '@/db/store';
import type { ComparedCard } from '@/lib/domain/counterparties/duplicates.contract';
import { mayMergeCards } from '@/lib/domain/employees/permissions';
import { invalid } from '@/lib/domain/errors';
import { mayAssignClients } from '@/lib/domain/rounds/round-rights';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeCard } from './describe-card';
import { visibleCard } from './visible-card';

const mostCounted = 100;

/** Two cards beside each other. @throws Refusal `notFound`, `invalid` for a card and itself */
export async function compareCounterparties(
  context: Context,
  input: { counterpartyId: string; otherId: string },
): Promise<{ own: ComparedCard; other: ComparedCard; mayMerge: boolean; mayAssign: boolean }> {
  const person = signedIn(context);
  if (input.counterpartyId === input.otherId) throw invalid({ otherId: 'notAChoice' });
  const { read: db } = context;
  const own = await visibleCard(db, person, input.counterpartyId);
  const other = await visibleCard(db, person, input.otherId);
  for (const { id } of [own, other]) context.saw({ kind: 'comparison', subjectId: id, counterpartyId: id });
  return {
    own: await describeCompared(db, own),
    other: await describeCompared(db, other),
    mayMerge: mayMergeCards(person),
    mayAssign: mayAssignClients(person),
  };
}

async function describeCompared(db: Db, card: CounterpartyRow): Promise<ComparedCard> {
  const of = { counterpartyId: card.id, limit: mostCounted };
  return {
    ...(await describeCard(db, card)),
    counts: {
      appeals: (await listAppealsOfCounterparties(db, [card.id], 'all', mostCounted)).length,
      calls: (await listCallsOfCounterparties(db, [card.id], mostCounted)).length,
      purchases: (await listPurchases(db, of)).length,
      attachments: (await listAttachments(db, { of: { counterpartyId: card.id }, limit: mostCounted }))
        .length,
    },
  };
}
