// The context of a command of the shell: whoever runs it owns the server.
import { ulid } from 'ulid';
import { secrets } from '@/lib/auth/secrets';
import { Refusal } from '@/lib/domain/errors';
import { type Context, createContext } from '@/lib/operations/context';
import { openStoreOrStop } from './open-store-or-stop';
import { settingsOrStop } from './settings-or-stop';

/** Runs one act on the database of this installation; a refusal is one line and exit code 1. */
export async function inShell(act: (context: Context, publicUrl: string) => Promise<void>): Promise<void> {
  const settings = settingsOrStop();
  const store = await openStoreOrStop(settings);
  try {
    const context = createContext({
      store,
      person: null,
      isShell: true,
      now: Date.now,
      newId: ulid,
      secrets,
    });
    await act(context, settings.publicUrl);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.log(error.message);
    process.exitCode = 1;
  } finally {
    await store.close();
  }
}
