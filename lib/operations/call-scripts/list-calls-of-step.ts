import { listCallsOfStep as listRows } from '@/db/script-stays';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import type { StayFigure } from '@/lib/domain/call-scripts/traffic';
import { readsWholeJournal } from '@/lib/domain/calls/journal-rights';
import type { JournalRow } from '@/lib/domain/calls/journal-view';
import { mayReadJournal } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import { describeJournal } from '@/lib/operations/calls/describe-journal';
import { type Context, signedIn } from '@/lib/operations/context';
import { type TrafficQuery, trafficScope } from './traffic-scope';

export type StepCallsQuery = TrafficQuery & {
  step: string;
  figure: StayFigure;
  /** The way the step was left by; with an event alone `nextStep` counts, and no `answer` is none. */
  event?: string;
  answer?: number;
  nextStep?: string;
};

/**
 * The calls behind a figure of a step, newest first, for who reads the whole journal.
 * @throws Refusal `notFound`, `forbidden`
 */
export async function listCallsOfStep(
  context: Context,
  input: StepCallsQuery & { after?: string; limit: number },
): Promise<Page<JournalRow>> {
  const person = signedIn(context);
  if (!mayReadJournal(person) || !readsWholeJournal(person)) throw forbidden();
  const { conversations, from, until } = await trafficScope(context, input);
  const { step, figure, event, answer = null, nextStep, after, limit } = input;
  const rows = await listRows(
    context.read,
    {
      ...conversations,
      arrivedFrom: from,
      arrivedUntil: until,
      step,
      figure,
      way: event !== undefined && nextStep !== undefined ? { event, answer, nextStep } : undefined,
    },
    { after: readPlace(after, timeCursor), limit: limit + 1 },
  );
  const page = toPage(rows, limit, (last) => cursorOf(last.arrivedAt, last.id));
  context.saw({
    kind: 'calls',
    rowCount: page.rows.length,
    filters: seenFiltersOf({ from, until, step }),
    afterId: afterIdOf(after),
  });
  return { rows: await describeJournal(context.read, person, page.rows), next: page.next };
}
