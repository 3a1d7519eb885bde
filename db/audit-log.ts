import { and, asc, desc, eq, gt, gte, lt, lte, max, min, sql } from 'drizzle-orm';
import type { AuditAnchor } from '@/lib/domain/audit/audit-anchor';
import {
  type AuditEntry,
  type AuditKind,
  type SealedEntry,
  sealedText,
} from '@/lib/domain/audit/audit-entry';
import { execute } from './execute';
import { inTimeOrder, type PageAfter } from './in-time-order';
import { insertMany } from './insert-many';
import { anyRow, prepared, wholeRow } from './prepared';
import type { Db } from './store';

/** Any number nobody else locks by. */
const advisoryLock = 7_263_001;

/**
 * Puts entries at the end of the chain, in this order, as the last act of the transaction: on PostgreSQL nobody else adds
 * any until it ends.
 */
export async function insertAudits(db: Db, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  if (db.dialect === 'postgres') await execute(db, sql`select pg_advisory_xact_lock(${advisoryLock})`);
  let { sequence, hash: previousHash } = (await getAuditHead(db)) ?? { sequence: 0, hash: '' };
  const rows = entries.map((entry): SealedEntry => {
    sequence += 1;
    const open = {
      ...entry,
      sequence,
      details: JSON.stringify(entry.details),
      digests: JSON.stringify(entry.digests),
      previousHash,
    };
    previousHash = db.seal(sealedText(open));
    return { ...open, hash: previousHash };
  });
  const { auditLog } = db.t;
  if (rows.length > 1) return insertMany(db, auditLog, rows);
  const insert = prepared(db, 'insertAudit', () => db.q.insert(auditLog).values(anyRow(auditLog)));
  await insert.execute(wholeRow(auditLog, rows[0]!));
}

/** The newest entry's place and hash; null while there is none. */
export async function getAuditHead(db: Db): Promise<AuditAnchor | null> {
  const t = db.t.auditLog;
  const newest = prepared(db, 'auditHead', () =>
    db.q.select({ sequence: t.sequence, hash: t.hash, at: t.at }).from(t).orderBy(desc(t.sequence)).limit(1),
  );
  const [row] = await newest.execute();
  return row ?? null;
}

export async function getAudit(db: Db, sequence: number): Promise<SealedEntry | null> {
  const [row] = await db.q.select().from(db.t.auditLog).where(eq(db.t.auditLog.sequence, sequence));
  return row ?? null;
}

/** In the order of the chain. */
export async function listAuditsAfter(db: Db, sequence: number, limit: number): Promise<SealedEntry[]> {
  const t = db.t.auditLog;
  return db.q.select().from(t).where(gt(t.sequence, sequence)).orderBy(asc(t.sequence)).limit(limit);
}

export type AuditFilter = {
  employeeId?: string;
  kind?: AuditKind;
  counterpartyId?: string;
  /** Epoch ms: from the first on, before the second. */
  from?: number;
  until?: number;
} & PageAfter<number>;

/** Newest first. */
export async function listAudits(db: Db, filter: AuditFilter): Promise<SealedEntry[]> {
  const t = db.t.auditLog;
  const { employeeId, kind, counterpartyId, from, until, after } = filter;
  const order = inTimeOrder(t.at, t.sequence, 'newest', after);
  return db.q
    .select()
    .from(t)
    .where(
      and(
        employeeId === undefined ? undefined : eq(t.employeeId, employeeId),
        kind === undefined ? undefined : eq(t.kind, kind),
        counterpartyId === undefined ? undefined : eq(t.counterpartyId, counterpartyId),
        from === undefined ? undefined : gte(t.at, from),
        until === undefined ? undefined : lt(t.at, until),
        order.after,
      ),
    )
    .orderBy(...order.by)
    .limit(filter.limit);
}

/** The first entry of the chain that was made at that time or later; null when all are older. */
export async function firstAuditSince(db: Db, at: number): Promise<number | null> {
  const t = db.t.auditLog;
  const [row] = await db.q
    .select({ sequence: min(t.sequence) })
    .from(t)
    .where(gte(t.at, at));
  return row?.sequence ?? null;
}

/** Removes some of the oldest entries, no further than the last cut says. Returns whether more are left to remove. */
export async function deleteAuditsCut(db: Db, limit: number): Promise<boolean> {
  const t = db.t.auditLog;
  const [cut] = await db.q.select({ sequence: max(db.t.auditCuts.sequence) }).from(db.t.auditCuts);
  const [first] = await db.q.select({ sequence: min(t.sequence) }).from(t);
  if (!cut?.sequence || !first?.sequence || first.sequence > cut.sequence) return false;
  const until = Math.min(cut.sequence, first.sequence + limit - 1);
  await db.q.delete(t).where(lte(t.sequence, until));
  return until < cut.sequence;
}
