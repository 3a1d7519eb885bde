import { writeFile } from 'node:fs/promises';
import { asc, eq, isNotNull } from 'drizzle-orm';
import type { Store } from '@/db/store';

export type KnownCaller = { name: string; number: string };

/** Numbers that stand on cards, for the caller's phone of the line simulator. */
export async function listKnownCallers(store: Store, limit = 400): Promise<KnownCaller[]> {
  const { counterparties, counterpartyPhones } = store.read.t;
  const rows = await store.read.q
    .select({ name: counterparties.name, city: counterparties.city, number: counterpartyPhones.e164 })
    .from(counterpartyPhones)
    .innerJoin(counterparties, eq(counterparties.id, counterpartyPhones.counterpartyId))
    .where(isNotNull(counterpartyPhones.e164))
    .orderBy(asc(counterparties.sortKey), asc(counterparties.id), asc(counterpartyPhones.position))
    .limit(limit);
  return rows.map(({ name, city, number }) => ({ name: `${name}, ${city}`, number: number! }));
}

/** Writes them as JSON where the simulator looks for them (`LINE_KNOWN_CALLERS_FILE`). */
export async function writeKnownCallers(store: Store, file: string): Promise<void> {
  await writeFile(file, `${JSON.stringify(await listKnownCallers(store), null, 2)}\n`);
}
