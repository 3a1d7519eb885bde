import { writeFile } from 'node:fs/promises';
import { asc, isNotNull } from 'drizzle-orm';
import type { Store } from '@/db/store';

/** Writes the employees' desk phones as JSON where the line simulator looks for their names (`LINE_DESK_PHONES_FILE`). */
export async function writeDeskPhones(store: Store, file: string): Promise<void> {
  const { employees } = store.read.t;
  const rows = await store.read.q
    .select({ surname: employees.surname, givenName: employees.givenName, number: employees.phone })
    .from(employees)
    .where(isNotNull(employees.phone))
    .orderBy(asc(employees.sortKey));
  const phones = rows.map(({ surname, givenName, number }) => ({ name: `${surname} ${givenName}`, number }));
  await writeFile(file, `${JSON.stringify(phones, null, 2)}\n`);
}
