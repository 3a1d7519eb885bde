import { z } from 'zod';
import { type AuditFilter, listAudits } from '@/db/audit-log';
import { listVisibleCounterparties } from '@/db/counterparties';
import { seenFilters } from '@/lib/domain/access-log/seen';
import type { AuditView } from '@/lib/domain/audit/audit.contract';
import type { AuditDetails, AuditKind, SealedEntry } from '@/lib/domain/audit/audit-entry';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import { mayReadAuditLog } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { cursorOf, type Page, readPlace, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';

const auditCursor = z.tuple([z.int(), z.int()]);

/**
 * AD-1: what was changed, seen, taken along and refused, who signed in; newest first, if wanted of one person, kind, card
 * or period (epoch ms, the end excluded). A card that the reader may not see stays without its name.
 * @throws Refusal `forbidden`
 */
export async function listAuditLog(
  context: Context,
  input: {
    employeeId?: string;
    kind?: AuditKind;
    counterpartyId?: string;
    from?: number;
    until?: number;
    after?: string;
    limit: number;
  },
): Promise<Page<AuditView>> {
  const person = signedIn(context);
  if (!mayReadAuditLog(person)) throw forbidden();
  const { read: db } = context;
  const filter: AuditFilter = {
    ...input,
    after: readPlace(input.after, auditCursor),
    limit: input.limit + 1,
  };
  const { rows, next } = toPage(await listAudits(db, filter), input.limit, (last) =>
    cursorOf(last.at, last.sequence),
  );
  const names = await shortNames(
    db,
    rows.map(({ employeeId }) => employeeId),
  );
  const cards = await listVisibleCounterparties(db, cardScopeOf(person), [
    ...new Set(rows.flatMap(({ counterpartyId }) => counterpartyId ?? [])),
  ]);
  const cardNames = new Map(cards.map(({ id, name }) => [id, name]));
  return { rows: rows.map((row) => viewOf(row, names, cardNames)), next };
}

function viewOf(
  row: SealedEntry,
  names: ReadonlyMap<string, string>,
  cardNames: ReadonlyMap<string, string>,
): AuditView {
  const { sequence, at, kind, employeeId, via, operation, subject, counterpartyId, previousHash, hash } = row;
  const details = readDetails(row.details);
  return {
    sequence,
    at,
    kind,
    employee: employeeId === null ? null : { id: employeeId, name: names.get(employeeId) ?? '' },
    via,
    operation,
    subject,
    subjectId: row.subjectId || null,
    counterparty:
      counterpartyId === null ? null : { id: counterpartyId, name: cardNames.get(counterpartyId) ?? null },
    code: details.code ?? null,
    changes: details.changes ?? [],
    rowCount: details.rowCount ?? null,
    attempts: details.attempts ?? null,
    filters: seenFilters.filter((name) => details.filters?.includes(name)),
    digests: Object.entries(readDigests(row.digests)).map(([field, digest]) => ({ field, digest })),
    previousHash,
    hash,
  };
}

const detailsSchema = z.object({
  code: z.string().optional(),
  changes: z
    .array(z.object({ noun: z.string(), nounId: z.string(), fields: z.array(z.string()) }))
    .optional(),
  rowCount: z.number().optional(),
  attempts: z.number().optional(),
  filters: z.array(z.string()).optional(),
});
const digestsSchema = z.record(z.string(), z.string());

/** A row that somebody tampered with is shown all the same; the check is what tells. */
const readDetails = (text: string): AuditDetails => detailsSchema.safeParse(parsed(text)).data ?? {};
const readDigests = (text: string) => digestsSchema.safeParse(parsed(text)).data ?? {};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
