import { listDepartments } from '@/db/departments';
import type { Db } from '@/db/store';
import { shortNames } from '@/lib/operations/employees/short-names';

type Changed = { fields: Record<string, { from: unknown; to: unknown }> };

/** What people and departments are called that the fields of some changes refer to by their ids. */
export async function namesInChanges(db: Db, changes: readonly Changed[]): Promise<Record<string, string>> {
  const told = changes.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([field, { from, to }]) => (field.endsWith('Id') ? [from, to] : [])),
  );
  const ids = [...new Set(told.filter((id) => typeof id === 'string'))];
  if (ids.length === 0) return {};
  const people = await shortNames(db, ids);
  const departments = await listDepartments(db);
  return Object.fromEntries([...people, ...departments.map(({ id, name }): [string, string] => [id, name])]);
}
