import { type AccessRow, insertAccesses } from '@/db/access-log';
import { insertAudits } from '@/db/audit-log';
import type { Store } from '@/db/store';
import { seenOnceMs } from '@/lib/domain/access-log/seen';
import { type AuditEntry, auditKindOfSeen, idOrNothing } from '@/lib/domain/audit/audit-entry';

/** Collects what people saw, so that no reading waits for a writer, and writes it together. */
export interface AccessLog {
  /** Takes a row at once and in memory; one that is on record already is left out. */
  note(row: AccessRow): void;
  /** Takes at once and in memory that something was refused: an entry of the audit log alone. */
  noteRefusal(entry: AuditEntry): void;
  /** Writes what was noted. What could not be written stays noted. @throws whatever the database refused it with */
  flush(): Promise<void>;
}

/** Calls wait for a writer: no part may take long. */
const rowsOfPart = 200;
/** What is kept while the database takes nothing; the oldest beyond it are lost. */
const mostNoted = 20_000;

/** Which of the spans of `seenOnceMs` an instant (epoch ms) lies in. */
export const spanOf = (at: number) => Math.floor(at / seenOnceMs);

const keyOf = ({ employeeId, span, kind, subjectId, filters, afterId, via }: AccessRow) =>
  [employeeId, span, kind, subjectId, filters, afterId, via].join('\n');

/** What was seen as the audit log tells it. */
const auditOf = ({
  at,
  employeeId,
  via,
  kind,
  subjectId,
  counterpartyId,
  rowCount,
  filters,
}: AccessRow): AuditEntry => ({
  at,
  kind: auditKindOfSeen(kind),
  employeeId,
  via,
  operation: kind,
  subject: kind,
  subjectId: idOrNothing(subjectId),
  counterpartyId: idOrNothing(counterpartyId) || null,
  details: {
    ...(rowCount === null ? {} : { rowCount }),
    ...(filters === '' ? {} : { filters: filters.split(',') }),
  },
  digests: {},
});

/** The access log of one process (CS-10). Several processes of one database write what each of them showed. */
export function createAccessLog(store: Store): AccessLog {
  let noted: AccessRow[] = [];
  let refused: AuditEntry[] = [];
  let lostCount = 0;
  let writing: Promise<void> | undefined;
  /** The keys of the newest span alone: earlier ones do not come again. */
  let known = { span: 0, keys: new Set<string>() };

  const write = async () => {
    while (noted.length > 0) {
      const part = noted.slice(0, rowsOfPart);
      await store.tx(async (db) => insertAudits(db, (await insertAccesses(db, part)).map(auditOf)));
      const written = new Set(part);
      noted = noted.filter((row) => !written.has(row));
    }
    while (refused.length > 0) {
      const part = refused.slice(0, rowsOfPart);
      await store.tx((db) => insertAudits(db, part));
      refused = refused.slice(part.length);
    }
    if (lostCount === 0) return;
    const count = lostCount;
    lostCount = 0;
    throw new Error(`${count} rows of the access log were lost while the database took none`);
  };

  return {
    note(row) {
      if (row.span > known.span) known = { span: row.span, keys: new Set() };
      const key = keyOf(row);
      if (known.keys.has(key)) return;
      if (row.span === known.span) known.keys.add(key);
      noted.push(row);
      if (noted.length <= mostNoted) return;
      noted.shift();
      lostCount += 1;
    },
    noteRefusal(entry) {
      refused.push(entry);
      if (refused.length <= mostNoted) return;
      refused.shift();
      lostCount += 1;
    },
    flush() {
      writing ??= write().finally(() => {
        writing = undefined;
      });
      return writing;
    },
  };
}
