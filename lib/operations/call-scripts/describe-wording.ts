import type { Db } from '@/db/store';
import type { PublishedWording, WordingWithWords } from '@/lib/domain/call-scripts/call-scripts.contract';
import type { Wording } from '@/lib/domain/call-scripts/wording';
import { shortNames } from '@/lib/operations/employees/short-names';
import type { WordingInForce } from './current-wording';

/** Versions with their authors' names. */
export async function describeWordings(db: Db, rows: readonly WordingInForce[]): Promise<PublishedWording[]> {
  const names = await shortNames(
    db,
    rows.map((row) => row.publishedBy),
  );
  return rows.map(({ version, publishedAt, publishedBy, note }) => ({
    version,
    publishedAt,
    publishedBy: publishedBy === null ? null : { id: publishedBy, name: names.get(publishedBy) ?? '' },
    note,
  }));
}

/** One version with its author’s name and its words. */
export async function describeWording(db: Db, row: WordingInForce): Promise<WordingWithWords> {
  const [described] = await describeWordings(db, [row]);
  return { ...described!, words: row.words as Wording };
}
