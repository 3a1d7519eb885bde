import type { ErasureRow } from '@/db/erasures';
import { stepCount } from '@/db/personal-data/erase-next';
import type { Db } from '@/db/store';
import { heldKinds } from '@/lib/domain/personal-data/held-kind';
import { nextAttemptAt } from '@/lib/domain/personal-data/next-attempt';
import type { ErasureView } from '@/lib/domain/personal-data/personal-data.contract';
import { shortNames } from '@/lib/operations/employees/short-names';

export async function describeErasures(db: Db, rows: readonly ErasureRow[]): Promise<ErasureView[]> {
  const names = await shortNames(
    db,
    rows.map(({ createdBy }) => createdBy),
  );
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    state: row.state,
    kind: row.kind,
    requestNumber: row.requestNumber,
    requestedOn: row.requestedOn,
    legalBasis: row.legalBasis,
    reason: row.reason,
    digest: row.digest,
    createdAt: row.createdAt,
    employee: { id: row.createdBy, name: names.get(row.createdBy) ?? '' },
    finishedAt: row.finishedAt,
    counts: heldKinds.flatMap((kind) => (row.counts[kind] ? [{ kind, count: row.counts[kind] }] : [])),
    percent: row.state === 'done' ? 100 : Math.floor((Math.min(row.step, stepCount) / (stepCount + 1)) * 100),
    hasFailed: row.failedAt !== null,
    foundIn: row.foundIn ?? [],
    nextAttemptAt: row.failedAt === null ? null : nextAttemptAt(row.failedAt, row.failures),
  }));
}
