import { type ChangeRow, listChanges } from '@/db/changes';
import type { Db } from '@/db/store';
import type { RecordChange } from '@/lib/domain/reactions/reaction-views';
import { shortNames } from '@/lib/operations/employees/short-names';

/** The history of one record, newest first, with the people named. */
export async function describeChanges(db: Db, noun: string, nounId: string): Promise<RecordChange[]> {
  return describeChangeRows(db, await listChanges(db, noun, nounId));
}

/** Changes already read, with the people named. */
export async function describeChangeRows(db: Db, changes: readonly ChangeRow[]): Promise<RecordChange[]> {
  const names = await shortNames(
    db,
    changes.flatMap((change) => [change.employeeId, ...employeesIn(change.fields)]),
  );
  const named = (value: unknown) => (typeof value === 'string' ? (names.get(value) ?? value) : value);
  return changes.map(({ at, employeeId, fields, reason }) => ({
    at,
    employeeName: names.get(employeeId ?? '') ?? null,
    fields: Object.fromEntries(
      Object.entries(fields).map(([field, { from, to }]) => [
        field,
        employeeFields.has(field) ? { from: named(from), to: named(to) } : { from, to },
      ]),
    ),
    reason,
  }));
}

const employeeFields = new Set(['assignedTo', 'closedBy']);

const employeesIn = (fields: Record<string, { from: unknown; to: unknown }>) =>
  Object.entries(fields)
    .filter(([field]) => employeeFields.has(field))
    .flatMap(([, { from, to }]) => [from, to])
    .filter((id) => typeof id === 'string');
