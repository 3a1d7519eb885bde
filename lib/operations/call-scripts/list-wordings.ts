import { listWordings as listPublishedWordings } from '@/db/call-scripts';
import type { WordingInHistory } from '@/lib/domain/call-scripts/call-scripts.contract';
import type { Wording } from '@/lib/domain/call-scripts/wording';
import { wordingChanges } from '@/lib/domain/call-scripts/wording-changes';
import { cursorOf, numberCursor, type Page, readCursor } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { readCurrentWording, type WordingInForce } from './current-wording';
import { describeWordings } from './describe-wording';
import { findCallScript } from './find-call-script';

/** Versions of the words with author, date, note and what each changed, newest first. @throws Refusal `notFound` */
export async function listWordings(
  context: Context,
  { scriptId, after, limit }: { scriptId: string; after?: string; limit: number },
): Promise<Page<WordingInHistory>> {
  signedIn(context);
  const script = findCallScript(scriptId);
  const before = readCursor(after, numberCursor)?.[0];
  const published: WordingInForce[] = await listPublishedWordings(context.read, scriptId, {
    before,
    limit: limit + 1,
  });
  const isAnyPublished = published.length > 0 || before !== undefined;
  const rows = isAnyPublished ? published : [await readCurrentWording(context.read, script)];
  const shown = rows.slice(0, limit);
  const described = await describeWordings(context.read, shown);
  return {
    rows: described.map((row, at) => ({ ...row, changes: changesSince(rows[at + 1], rows[at]!) })),
    next: rows.length > limit ? cursorOf(shown.at(-1)!.version) : null,
  };
}

const changesSince = (earlier: WordingInForce | undefined, later: WordingInForce) =>
  earlier ? wordingChanges(earlier.words as Wording, later.words as Wording) : [];
