import { getRound as getRow } from '@/db/rounds';
import { notFound } from '@/lib/domain/errors';
import { maySeeRounds } from '@/lib/domain/rounds/round-rights';
import type { RoundView } from '@/lib/domain/rounds/round-views';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeRounds } from './describe-rounds';

/** One round, for the client department and those who review everything. @throws Refusal `notFound` */
export async function getRound(context: Context, { roundId }: { roundId: string }): Promise<RoundView> {
  const person = signedIn(context);
  const row = await getRow(context.read, roundId);
  const [view] =
    row && maySeeRounds(person) ? await describeRounds(context.read, person, [row], context.now()) : [];
  if (!view) throw notFound('round');
  context.saw({ kind: 'round', subjectId: view.id, counterpartyId: view.counterparty.id });
  return view;
}
