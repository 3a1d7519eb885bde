import { listEmployeesByIds } from '@/db/employees';
import type { Db } from '@/db/store';
import { shortName } from '@/lib/domain/employees/employee';

/** «Сидорова А. И.» by employee id; ids that are null or unknown are left out. */
export async function shortNames(
  db: Db,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => typeof id === 'string'))];
  const rows = await listEmployeesByIds(db, wanted);
  return new Map(rows.map((row) => [row.id, shortName(row)]));
}
