import { sql } from 'drizzle-orm';
import { execute } from '@/db/execute';
import type { Db, Store } from '@/db/store';
import type { AuditAnchor, AuditAnchors } from '@/lib/domain/audit/audit-anchor';

/** Anchors that live as long as the test. */
export function anchorsInMemory() {
  const days = new Map<string, AuditAnchor>();
  let head: AuditAnchor | null | undefined;
  const anchors: AuditAnchors & { damage(): void } = {
    list: async () => [
      ...[...days].map(([name, anchor]) => ({ name, anchor })),
      ...(head === undefined ? [] : [{ name: 'head', anchor: head }]),
    ],
    getHead: async () => head,
    saveHead: async (anchor) => {
      head = anchor;
    },
    saveDay: async (day, anchor) => {
      if (!days.has(day)) days.set(day, anchor);
    },
    damage: () => {
      head = null;
    },
  };
  return anchors;
}

/** What somebody with the database in their hands does: the triggers go first. */
export async function tamper(store: Store, act: (db: Db) => Promise<unknown>): Promise<void> {
  await store.tx(async (db) => {
    if (db.dialect === 'postgres') {
      await execute(db, sql`alter table audit_log disable trigger user`);
      await execute(db, sql`alter table audit_cuts disable trigger user`);
    } else {
      for (const name of ['no_insert_before', 'no_update', 'no_delete'])
        await execute(db, sql.raw(`drop trigger if exists audit_log_${name}`));
      for (const name of ['no_update', 'no_delete'])
        await execute(db, sql.raw(`drop trigger if exists audit_cuts_${name}`));
    }
    await act(db);
  });
}
