// Checks the settings, brings the database to the newest schema and fills an empty one with the demo company where that is wanted.
import { ulid } from 'ulid';
import { openStore, type Store } from '@/db/store';
import { secrets } from '@/lib/auth/secrets';
import { createContext } from '@/lib/operations/context';
import { prepareInstallation } from '@/lib/operations/settings/prepare-installation';
import { writeDeskPhones } from './demo/desk-phones';
import { writeKnownCallers } from './demo/known-callers';
import { seedDemoCompany } from './demo/seed-demo-company';
import { settingsOrStop } from './settings-or-stop';

const settings = settingsOrStop();
const store = await openStore(settings).catch((error: Error) => {
  const place = settings.databaseUrl ? new URL(settings.databaseUrl).host : settings.dataDir;
  console.log(`The database (${place}) cannot be opened: ${reasonOf(error)}`);
  process.exit(1);
});
if (settings.demoData && (await isEmpty(store))) {
  console.log('Making the demo company …');
  await seedDemoCompany(store, Date.now());
}
await prepareInstallation(createContext({ store, person: null, now: Date.now, newId: ulid, secrets }));
const { LINE_KNOWN_CALLERS_FILE, LINE_DESK_PHONES_FILE } = process.env;
if (LINE_KNOWN_CALLERS_FILE) await writeKnownCallers(store, LINE_KNOWN_CALLERS_FILE);
if (LINE_DESK_PHONES_FILE) await writeDeskPhones(store, LINE_DESK_PHONES_FILE);
await store.close();

/** Drizzle and pg wrap the reason, the latter once per address it tried. */
function reasonOf(error: Error): string {
  if (error.cause instanceof Error) return reasonOf(error.cause);
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error.message;
}

async function isEmpty({ read: { q, t } }: Store): Promise<boolean> {
  const anybody = await q.select({ id: t.employees.id }).from(t.employees).limit(1);
  return anybody.length === 0;
}
