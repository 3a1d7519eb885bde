// Checks the settings, brings the database to the newest schema and fills an empty one with the demo company where that is wanted.
import { ulid } from 'ulid';
import type { Store } from '@/db/store';
import { secrets } from '@/lib/auth/secrets';
import { createContext } from '@/lib/operations/context';
import { prepareInstallation } from '@/lib/operations/settings/prepare-installation';
import { keepFiles } from '@/lib/recordings/keep-files';
import { writeDeskPhones } from './demo/desk-phones';
import { writeKnownCallers } from './demo/known-callers';
import { seedDemoCompany } from './demo/seed-demo-company';
import { writeLetters } from './demo/write-letters';
import { openStoreOrStop } from './open-store-or-stop';
import { settingsOrStop } from './settings-or-stop';

const settings = settingsOrStop();
const store = await openStoreOrStop(settings);
if (settings.demoData && (await isNobodyThere(store))) {
  console.log('Making the demo company …');
  await seedDemoCompany(store, Date.now());
  await writeLetters(store, keepFiles(settings.dataDir, 'attachments'));
}
await prepareInstallation(createContext({ store, person: null, now: Date.now, newId: ulid, secrets }));
const { LINE_KNOWN_CALLERS_FILE, LINE_DESK_PHONES_FILE } = process.env;
if (LINE_KNOWN_CALLERS_FILE) await writeKnownCallers(store, LINE_KNOWN_CALLERS_FILE);
if (LINE_DESK_PHONES_FILE) await writeDeskPhones(store, LINE_DESK_PHONES_FILE);
await store.close();

async function isNobodyThere({ read: { q, t } }: Store): Promise<boolean> {
  const anybody = await q.select({ id: t.employees.id }).from(t.employees).limit(1);
  return anybody.length === 0;
}
