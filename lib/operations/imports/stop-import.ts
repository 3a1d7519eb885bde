import type { Context } from '@/lib/operations/context';
import { type Answer, changeImport, type Input } from './change-import';

/**
 * Stops an import after the part at hand; what it did stays.
 * @throws Refusal `forbidden`, `notFound`, `notPossibleNow` when it is not under way
 */
export const stopImport = (context: Context, input: Input): Promise<Answer> =>
  changeImport(context, input, ({ state }) =>
    state === 'running' ? { state: 'stopped', failedAt: null } : null,
  );
