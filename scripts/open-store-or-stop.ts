import { openStore, type Store } from '@/db/store';
import { readUnfinishedRestore } from '@/lib/backups/place-restored';
import type { Settings } from '@/lib/env';

export const unfinishedRestoreWords = [
  'A restore was broken off: what is here is half of before and half of the backup.',
  'To go on with it: npm run restore -- --finish. To put back what was there: npm run restore -- --take-back',
].join('\n');

/** The database of this installation. When it cannot be opened, or a restore was broken off, a line says which one and why, and the process ends. */
export async function openStoreOrStop(settings: Settings): Promise<Store> {
  if (await readUnfinishedRestore(settings.dataDir)) {
    console.log(unfinishedRestoreWords);
    process.exit(1);
  }
  try {
    return await openStore(settings);
  } catch (error) {
    const place = settings.databaseUrl ? new URL(settings.databaseUrl).host : `DATA_DIR=${settings.dataDir}`;
    console.log(`The database (${place}) cannot be opened: ${reasonOf(error as Error)}`);
    process.exit(1);
  }
}

/** Drizzle and pg wrap the reason, the latter once per address it tried. */
function reasonOf(error: Error): string {
  if (error.cause instanceof Error) return reasonOf(error.cause);
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error.message;
}
