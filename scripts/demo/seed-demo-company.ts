import type { Store } from '@/db/store';
import { tellAppealsWithoutCalls } from './appeals';
import { Chronicle } from './chronicle';
import { insertCompany } from './company';
import { insertCounterparties, inventCounterparties } from './counterparties';
import { insertCalls } from './insert-calls';
import { insertFolders } from './insert-folders';
import { insertRounds } from './insert-rounds';
import { insertScoreCards } from './insert-score-cards';
import { planCalls, planContinuingCalls } from './planned-calls';
import { createRandom } from './random';
import { insertRequisites } from './requisites';
import { tellCall } from './tell-call';

const seed = 20_040_611;
const appealsWithoutCalls = 110;

/**
 * Fills an empty or merely prepared database with the demo company MLS IT Systems and a month of its work before `now` (epoch ms).
 * @throws Error when somebody already works in this database.
 */
export async function seedDemoCompany(store: Store, now: number): Promise<void> {
  const random = createRandom(seed);
  await store.tx(async (db) => {
    const [anybody] = await db.q.select({ id: db.t.employees.id }).from(db.t.employees).limit(1);
    if (anybody) throw new Error('the database is not empty: the demo company is made only in an empty one');
    const company = await insertCompany(db, random, now);
    const counterparties = inventCounterparties(random, now, company);
    const chronicle = new Chronicle(random, company, now);
    const told = planCalls(chronicle, counterparties).map((planned) => tellCall(chronicle, planned));
    tellAppealsWithoutCalls(chronicle, counterparties, appealsWithoutCalls);
    for (const planned of planContinuingCalls(chronicle, counterparties))
      told.push(tellCall(chronicle, planned));
    await insertCounterparties(db, random, counterparties);
    await insertRequisites(db, company, counterparties, now);
    await insertCalls(db, told, now);
    await insertScoreCards(db, company, told, now);
    await insertFolders(db, chronicle, counterparties);
    await chronicle.write(db);
    await insertRounds(db, company, counterparties, now);
  });
}
