import { listRoundAttempts } from '@/db/round-attempts';
import type { RoundRow } from '@/db/rounds';
import { wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { forbidden } from '@/lib/domain/errors';
import { callSpanOn } from '@/lib/domain/rounds/call-span';
import { isNewHour, unansweredAt } from '@/lib/domain/rounds/round';
import { maySeeRounds, roundsOf } from '@/lib/domain/rounds/round-rights';
import type { RoundView } from '@/lib/domain/rounds/round-views';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeRounds } from './describe-rounds';
import { endOfToday, listMerged } from './list-rounds';

const lookedThrough = 200;

/**
 * SA-1: whom to call now: the longest due of the person's rounds whose client has day, at an hour that was not tried yet.
 * Without one, when the next attempt may be made (epoch ms).
 * @throws Refusal `forbidden`
 */
export async function nextRound(
  context: Context,
): Promise<{ round: RoundView | null; nextAt: number | null }> {
  const person = signedIn(context);
  if (!maySeeRounds(person)) throw forbidden();
  const now = context.now();
  const due = await listMerged(context.read, roundsOf(person), {
    show: 'open',
    dueBefore: await endOfToday(context.read, person, now),
    limit: lookedThrough,
  });
  const planned = due.filter(({ state }) => state === 'planned');
  const attempts = Map.groupBy(
    await listRoundAttempts(
      context.read,
      planned.map(({ id }) => id),
    ),
    ({ roundId }) => roundId,
  );
  const next = planned.find((round) => {
    const tried = unansweredAt(attempts.get(round.id) ?? []);
    return round.nextAttemptAt <= now && isDayThere(round, now) && isNewHour(tried, now, round.timeZone);
  });
  const later = planned.map(({ nextAttemptAt }) => nextAttemptAt).filter((at) => at > now);
  const [view = null] = next ? await describeRounds(context.read, person, [next], now) : [];
  context.saw({ kind: 'rounds', rowCount: view ? 1 : 0, filters: ['mine'] });
  return { round: view, nextAt: view || later.length === 0 ? null : Math.min(...later) };
}

function isDayThere({ timeZone }: RoundRow, now: number): boolean {
  const { date, minuteOfDay } = wallTimeAt(now, timeZone);
  return callSpanOn(date, null, timeZone) !== null && minuteOfDay >= 8 * 60 && minuteOfDay < 21 * 60;
}
