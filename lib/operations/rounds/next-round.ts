import { listRoundAttempts } from '@/db/round-attempts';
import { forbidden } from '@/lib/domain/errors';
import { nextCallAt, unansweredAt } from '@/lib/domain/rounds/round';
import { maySeeRounds, roundsOf } from '@/lib/domain/rounds/round-rights';
import type { RoundView } from '@/lib/domain/rounds/round-views';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeRounds } from './describe-rounds';
import { endOfToday, listMerged } from './list-rounds';

const lookedThrough = 200;

/**
 * SA-1: whom to call now: the longest due of the person's rounds whose client has day, at an hour that was not tried yet.
 * Without one, when the first of them may be called (epoch ms); null when none is due today.
 * @throws Refusal `forbidden`
 */
export async function nextRound(
  context: Context,
): Promise<{ round: RoundView | null; nextAt: number | null }> {
  const person = signedIn(context);
  if (!maySeeRounds(person)) throw forbidden();
  const now = context.now();
  const planned = await listMerged(context.read, roundsOf(person), {
    show: 'open',
    state: 'planned',
    dueBefore: await endOfToday(context.read, person, now),
    limit: lookedThrough,
  });
  const attempts = Map.groupBy(
    await listRoundAttempts(
      context.read,
      planned.map(({ id }) => id),
    ),
    ({ roundId }) => roundId,
  );
  const callAt = planned.map(({ id, nextAttemptAt, timeZone }) =>
    nextCallAt(unansweredAt(attempts.get(id) ?? []), Math.max(now, nextAttemptAt), timeZone),
  );
  const next = planned[callAt.indexOf(now)];
  const [view = null] = next ? await describeRounds(context.read, person, [next], now) : [];
  context.saw({ kind: 'rounds', rowCount: view ? 1 : 0, filters: ['mine'] });
  return { round: view, nextAt: view || callAt.length === 0 ? null : Math.min(...callAt) };
}
