import { listCountedCalls as listRows } from '@/db/reports/counted-calls';
import { countOffersOfCalls, type OfferFigure, sumOffers } from '@/db/reports/offered-calls';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import type { CallFigure } from '@/lib/domain/reports/call-figure';
import { type CallsPart, callsPartKeys } from '@/lib/domain/reports/calls-part';
import { longestSpanMs } from '@/lib/domain/reports/presence-span';
import type { CountedCall, OffersInCalls, ReportQuery } from '@/lib/domain/reports/reports.contract';
import { describeJournal } from '@/lib/operations/calls/describe-journal';
import { type Context, signedIn } from '@/lib/operations/context';
import { inParts, partDays } from './in-parts';
import { type ReportScope, reportScope } from './report-scope';
import { seenInReport } from './seen-in-report';

export type CountedQuery<Figure> = ReportQuery & { figure: Figure; after?: string; limit: number };

/**
 * The calls that a figure of a report was counted from, newest first; of one that counts offers, how many each call had.
 * @throws Refusal `forbidden`, `notFound`
 */
export async function listCountedCalls(
  context: Context,
  input: CountedQuery<CallFigure> & CallsPart,
): Promise<Page<CountedCall> & { now: number; offers: OffersInCalls | null }> {
  const person = signedIn(context);
  const scope = await reportScope(context, input);
  const { from, until } = scope.work();
  const after = readPlace(input.after, timeCursor);
  const measured = { ...scope.measured(), part: partOf(input), arrivedFrom: from, arrivedUntil: until };
  const rows = await listRows(context.read, measured, input.figure, scope.settings, {
    after,
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.arrivedAt, last.id));
  context.saw(seenInReport('calls', input, page.rows.length, afterIdOf(input.after)));
  const figure = input.figure === 'offered' || input.figure === 'notAnswered' ? input.figure : null;
  const ids = page.rows.map(({ id }) => id);
  const offersOf = figure && (await countOffersOfCalls(context.read, measured, figure, ids));
  return {
    rows: (await describeJournal(context.read, person, page.rows)).map((row) => ({
      ...row,
      offers: offersOf && (offersOf.get(row.id) ?? 0),
    })),
    next: page.next,
    now: scope.head.now,
    offers: figure && after === undefined ? await offersInCalls(context, scope, measured, figure) : null,
  };
}

/** In parts by when the calls came; those of the first may have come before the period. */
async function offersInCalls(
  context: Context,
  scope: ReportScope,
  measured: Parameters<typeof sumOffers>[1],
  figure: OfferFigure,
): Promise<OffersInCalls> {
  const sums = await inParts(scope.period, partDays, async (part) => {
    const { from, until } = scope.work(part);
    const isFirst = from === measured.arrivedFrom;
    const came = { from: isFirst ? from - longestSpanMs : from, until };
    return [await sumOffers(context.read, measured, figure, came)];
  });
  return {
    offers: sums.reduce((total, { offers }) => total + offers, 0),
    calls: sums.reduce((total, { calls }) => total + calls, 0),
  };
}

function partOf(input: CallsPart): CallsPart | undefined {
  const given = callsPartKeys.filter((key) => input[key] !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given.map((key) => [key, input[key]]));
}
