import type { Context } from '@/lib/operations/context';
import { type Answer, changeImport, type Input } from './change-import';
import { canResume } from './describe-imports';

/**
 * Goes on with a stopped import where it stopped.
 * @throws Refusal `forbidden`, `notFound`, `notPossibleNow` when it was not stopped
 */
export const resumeImport = (context: Context, input: Input): Promise<Answer> =>
  changeImport(context, input, (job) => (canResume(job) ? { state: 'running', failedAt: null } : null));
