import { openStore, type Store } from '@/db/store';
import type { Settings } from '@/lib/env';

/** The database of this installation. When it cannot be opened a line says which one and why, and the process ends. */
export async function openStoreOrStop(settings: Settings): Promise<Store> {
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
