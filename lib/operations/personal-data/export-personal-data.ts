import type { TableName } from '@/db/personal-data/held/held';
import { type AnyRow, readHeld } from '@/db/personal-data/rows-of-subject';
import type { SubjectName } from '@/lib/domain/personal-data/subject';
import type { Context } from '@/lib/operations/context';
import { cardOf } from './preview-erasure';
import { subjectOfRequest } from './subject-of-request';

export type HeldTable = { table: TableName; rows: AnyRow[] };
export type HeldFile = { id: string; name: string; length: number };
export type PersonalData = {
  name: string;
  at: number;
  tables: HeldTable[];
  recordings: HeldFile[];
  attachments: HeldFile[];
};

/**
 * Everything held of one person: every row with every column but the names of our own people, and the files. That it was
 * taken is on record (CS-10).
 * @throws Refusal `forbidden`, `notFound`
 */
export async function exportPersonalData(context: Context, input: SubjectName): Promise<PersonalData> {
  const { named, subject } = await subjectOfRequest(context, context.read, input);
  const tables = new Map<TableName, AnyRow[]>();
  const known = new Set<string>();
  for await (const { table, rows } of readHeld(context.read, subject)) {
    const fresh = rows.filter((row) => !known.has(`${table} ${JSON.stringify(row)}`));
    for (const row of fresh) known.add(`${table} ${JSON.stringify(row)}`);
    tables.set(table, [...(tables.get(table) ?? []), ...fresh]);
  }
  context.saw({
    kind: 'personalDataFile',
    subjectId: input.kind === 'number' ? null : input.id,
    counterpartyId: cardOf(subject),
    rowCount: [...tables.values()].reduce((sum, rows) => sum + rows.length, 0),
    takingId: context.newId(),
  });
  return {
    name: named.name,
    at: context.now(),
    tables: [...tables].map(([table, rows]) => ({ table, rows })),
    recordings: kept(tables.get('recordings'), ({ id }) => `${id}.wav`),
    attachments: kept(tables.get('attachments'), ({ id, name }) => `${id}-${name}`),
  };
}

const kept = (rows: AnyRow[] | undefined, nameOf: (row: AnyRow) => string): HeldFile[] =>
  (rows ?? []).flatMap((row) =>
    typeof row.byteLength === 'number' && row.state !== 'deleted' && !row.fileDeletedAt
      ? [{ id: String(row.id), name: nameOf(row), length: row.byteLength }]
      : [],
  );
