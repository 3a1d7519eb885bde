import type { Db } from '@/db/store';
import { createScrubber } from '@/lib/domain/personal-data/needles';
import type { Subject, SubjectIds } from '@/lib/domain/personal-data/subject';
import { eraseContactOnCard } from './erase-contact-on-card';
import { eraseRows } from './erase-rows';
import { fates, type Tombstone } from './fates';
import { forgetEndings } from './forget-endings';
import type { TableName } from './held/held';
import { rowsOfSubject } from './rows-of-subject';
import { type PlaceInTable, scannedTables, scanRows } from './scan-rows';

type Step =
  | { type: 'rows'; table: TableName; by: string; ids: keyof SubjectIds }
  | { type: 'contactOnCard' }
  | { type: 'endings' }
  | { type: 'scan'; table: TableName };

/** The card itself goes last, so that whoever looks meanwhile finds a card with less and less on it. */
const steps: Step[] = [
  ...(Object.entries(rowsOfSubject) as [TableName, { by: string; ids: keyof SubjectIds }[]][])
    .filter(([table]) => table !== 'counterparties' && fates[table] !== undefined)
    .flatMap(([table, ways]) => ways.map((way): Step => ({ type: 'rows', table, ...way }))),
  { type: 'contactOnCard' },
  { type: 'rows', table: 'counterparties', by: 'id', ids: 'cards' },
  { type: 'endings' },
  ...scannedTables.map((table): Step => ({ type: 'scan', table })),
];

export const stepCount = steps.length;

export type Place = { step: number; place: PlaceInTable | null };
export type ErasedPart = Place & { table: TableName; isMention: boolean; count: number };

/**
 * Erases the next part of a subject's data, in the caller's transaction and small enough to keep nobody waiting; done again
 * after a kill it changes nothing more. Rows of ids that were `counted` before do not count. Null when nothing is left. The same for the database of a running console and for
 * a copy of it.
 */
export async function eraseNext(
  db: Db,
  { subject, tombstone, counted }: { subject: Subject; tombstone: Tombstone; counted?: SubjectIds },
  { step, place }: Place,
): Promise<ErasedPart | null> {
  const current = steps[step];
  if (!current) return null;
  const isMention = current.type === 'scan' || current.type === 'endings';
  const table =
    current.type === 'contactOnCard'
      ? 'counterparties'
      : current.type === 'endings'
        ? 'counterpartyWordEndings'
        : current.table;
  const { count, next } = await carryOut(db, current, { subject, tombstone, counted, place });
  return { table, isMention, count, ...(next ? { step, place: next } : { step: step + 1, place: null }) };
}

async function carryOut(
  db: Db,
  step: Step,
  {
    subject,
    tombstone,
    counted,
    place,
  }: { subject: Subject; tombstone: Tombstone; counted?: SubjectIds; place: PlaceInTable | null },
): Promise<{ count: number; next: PlaceInTable | null }> {
  if (step.type === 'contactOnCard')
    return { count: await eraseContactOnCard(db, subject, tombstone.at), next: null };
  if (step.type === 'endings') return forgetEndings(db, place as [string, string] | null);
  if (step.type === 'scan') {
    const scrub = createScrubber(subject.needles);
    if (scrub.isEmpty) return { count: 0, next: null };
    return scanRows(db, step.table, { scrub, after: place });
  }
  const at = place ? Number(place[0]) : 0;
  const scrub = createScrubber(subject.ownNeedles);
  const { count, next } = await eraseRows(db, step, { subject, at, scrub, tombstone, counted });
  return { count, next: next === null ? null : [next] };
}
