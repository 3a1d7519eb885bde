import { sql } from 'drizzle-orm';
import { execute } from '@/db/execute';
import type { Dialect } from '@/db/store';
import type { Context } from '@/lib/operations/context';

/**
 * Which database answers.
 * @throws Error when it does not, at the latest after `patienceMs`.
 */
export async function checkDatabase(
  context: Context,
  { patienceMs = 2000 }: { patienceMs?: number } = {},
): Promise<Dialect> {
  const silence = AbortSignal.timeout(patienceMs);
  await Promise.race([
    execute(context.read, sql`select id from departments limit 1`),
    new Promise((_, reject) => silence.addEventListener('abort', () => reject(silence.reason))),
  ]);
  return context.read.dialect;
}
