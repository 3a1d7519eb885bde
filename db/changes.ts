import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { inTimeOrder, type PageAfter } from './in-time-order';
import { isAmong } from './is-among';
import type { Db } from './store';

export type ChangeRow = Db['t']['changes']['$inferSelect'];
export type ChangedFields = ChangeRow['fields'];
type NewChange = Omit<ChangeRow, 'reason' | 'apiTokenId'> & { reason?: string | null };

/** Several at once; each keeps the API token of its request. */
export async function insertChanges(db: Db, rows: readonly NewChange[]): Promise<void> {
  if (rows.length === 0) return;
  const apiTokenId = db.apiTokenId ?? null;
  await db.q.insert(db.t.changes).values(rows.map((row) => ({ ...row, apiTokenId })));
  db.changed?.push(
    ...rows.map(({ noun, nounId, employeeId, fields }) => ({
      noun,
      nounId,
      employeeId,
      fields: Object.keys(fields),
    })),
  );
}

export const insertChange = (db: Db, row: NewChange) => insertChanges(db, [row]);

/** The history of one thing, newest first. */
export async function listChanges(db: Db, noun: string, nounId: string, limit = 50): Promise<ChangeRow[]> {
  const changes = db.t.changes;
  return db.q
    .select()
    .from(changes)
    .where(and(eq(changes.noun, noun), eq(changes.nounId, nounId)))
    .orderBy(desc(changes.at), desc(changes.id))
    .limit(limit);
}

export type ChangeFilter = {
  nouns: readonly string[];
  nounId?: string;
  /** Only those that changed this field. */
  field?: string;
} & PageAfter;

/** The history of several things at once, newest first. */
export async function listChangesOf(db: Db, filter: ChangeFilter): Promise<ChangeRow[]> {
  const t = db.t.changes;
  const { after } = filter;
  const order = inTimeOrder(t.at, t.id, 'newest', after);
  return db.q
    .select()
    .from(t)
    .where(
      and(
        inArray(t.noun, [...filter.nouns]),
        filter.nounId === undefined ? undefined : eq(t.nounId, filter.nounId),
        filter.field === undefined
          ? undefined
          : sql`${t.fields} ->> cast(${filter.field} as text) is not null`,
        order.after,
      ),
    )
    .orderBy(...order.by)
    .limit(filter.limit);
}

/** Which fields the last changes of a thing were of, as far as `most` changes back. */
export async function listChangedFields(
  db: Db,
  noun: string,
  nounId: string,
  most: number,
): Promise<Set<string>> {
  const rows = await listChanges(db, noun, nounId, most);
  return new Set(rows.flatMap(({ fields }) => Object.keys(fields)));
}

/**
 * What a field of some things held at an instant (epoch ms): of those only in which it changed since then. The others hold
 * now what they held.
 */
export async function listFormerValues(
  db: Db,
  of: { noun: string; nounIds: readonly string[]; field: string; at: number },
): Promise<Map<string, unknown>> {
  if (of.nounIds.length === 0) return new Map();
  const { changes } = db.t;
  const since = await db.q
    .select({ id: changes.nounId, fields: changes.fields })
    .from(changes)
    .where(
      and(
        eq(changes.noun, of.noun),
        isAmong(db, changes.nounId, of.nounIds),
        gt(changes.at, of.at),
        sql`${changes.fields} ->> cast(${of.field} as text) is not null`,
      ),
    )
    .orderBy(asc(changes.at), asc(changes.id));
  const values = new Map<string, unknown>();
  for (const { id, fields } of since) if (!values.has(id)) values.set(id, fields[of.field]!.from);
  return values;
}
