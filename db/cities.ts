import { and, eq, gte, isNull, lt } from 'drizzle-orm';
import { inTimeOrder } from './in-time-order';
import { endOfPrefix } from './prefix';
import { prepared } from './prepared';
import type { Db } from './store';

export type CityRow = Db['t']['cities']['$inferSelect'];

/** Cities of that normalised name: several regions may have one. */
export async function findCitiesByName(db: Db, nameNorm: string): Promise<CityRow[]> {
  return db.q.select().from(db.t.cities).where(eq(db.t.cities.nameNorm, nameNorm)).limit(5);
}

export async function insertCities(db: Db, rows: CityRow[]): Promise<void> {
  if (rows.length > 0) await db.q.insert(db.t.cities).values(rows);
}

export async function getCity(db: Db, id: string): Promise<CityRow | null> {
  const [row] = await db.q.select().from(db.t.cities).where(eq(db.t.cities.id, id));
  return row ?? null;
}

export async function isAnyCity(db: Db): Promise<boolean> {
  return (await db.q.select({ id: db.t.cities.id }).from(db.t.cities).limit(1)).length > 0;
}

/** By name; `nameStart` is the beginning of a normalised name. */
export async function listCities(
  db: Db,
  filter: {
    nameStart?: string;
    withDisabled?: boolean;
    after?: { at: string; id: string };
    limit: number;
  },
): Promise<CityRow[]> {
  const t = db.t.cities;
  const { after, nameStart } = filter;
  const order = inTimeOrder(t.sortKey, t.id, 'oldest', after);
  return db.q
    .select()
    .from(t)
    .where(
      and(
        nameStart ? and(gte(t.nameNorm, nameStart), lt(t.nameNorm, endOfPrefix(nameStart))) : undefined,
        filter.withDisabled ? undefined : isNull(t.disabledAt),
        order.after,
      ),
    )
    .orderBy(...order.by)
    .limit(filter.limit);
}

/** The dialling codes of every city, disabled ones too: their numbers stay. */
export async function listDiallingCodes(db: Db): Promise<Pick<CityRow, 'diallingCodes'>[]> {
  const { cities } = db.t;
  return prepared(db, 'listDiallingCodes', () =>
    db.q.select({ diallingCodes: cities.diallingCodes }).from(cities),
  ).execute();
}

export async function updateCity(db: Db, id: string, values: Partial<Omit<CityRow, 'id'>>): Promise<void> {
  await db.q.update(db.t.cities).set(values).where(eq(db.t.cities.id, id));
}
