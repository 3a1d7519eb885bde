import { listMadeAppeals } from '@/db/reports/appeals';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import type { AppealView } from '@/lib/domain/reactions/reaction-views';
import type { AppealFigure } from '@/lib/domain/reports/reaction-figure';
import { describeAppeals } from '@/lib/operations/appeals/describe-appeals';
import { type Context, signedIn } from '@/lib/operations/context';
import type { CountedQuery } from './list-counted-calls';
import { reportScope } from './report-scope';
import { seenInReport } from './seen-in-report';

/** Appeals that a figure was counted from, of cards the person may see, newest first. @throws Refusal `forbidden`, `notFound` */
export async function listCountedAppeals(
  context: Context,
  input: CountedQuery<AppealFigure>,
): Promise<Page<AppealView> & { now: number }> {
  const person = signedIn(context);
  const scope = await reportScope(context, input);
  const { now } = scope.head;
  const rows = await listMadeAppeals(
    context.read,
    { ...scope.work(), cards: cardScopeOf(person) },
    input.figure,
    { repeatDays: scope.settings.repeatDays, now },
    { after: readPlace(input.after, timeCursor), limit: input.limit + 1 },
  );
  const page = toPage(rows, input.limit, (last) => cursorOf(last.createdAt, last.id));
  context.saw(seenInReport('appeals', input, page.rows.length, afterIdOf(input.after)));
  return { rows: await describeAppeals(context.read, page.rows), next: page.next, now };
}
