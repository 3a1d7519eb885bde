import { forbidden, invalid } from '@/lib/domain/errors';
import { dueProblem } from '@/lib/domain/reactions/latest-due';
import { mayChangeMany } from '@/lib/domain/reactions/next-reaction-rights';
import type { ChangedMany, ChangeMany } from '@/lib/domain/reactions/next-reactions.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { closeWithin } from './close-next-reaction';
import { findResponsible } from './find-responsible';
import { handOverWithin } from './hand-over-next-reaction';
import { judgeEach } from './judge-each';
import { postponeWithin } from './postpone-next-reaction';

/**
 * Postpones, hands over or closes up to 100 next reactions with one reason, for heads and for whoever reviews everything.
 * Each is judged as if it were changed alone; the answer tells which could not be and why.
 * @throws Refusal `forbidden`, `invalid`
 */
export async function changeManyNextReactions(context: Context, input: ChangeMany): Promise<ChangedMany> {
  const person = signedIn(context);
  if (!mayChangeMany(person)) throw forbidden();
  const { change, reason } = input;
  const problem = change.kind === 'postpone' ? dueProblem(change.dueAt, context.now()) : null;
  if (problem) throw invalid({ 'change.dueAt': problem });
  return context.tx(async (tx) => {
    if (change.kind === 'handOver') await findResponsible(tx, change.responsible);
    return judgeEach(tx, input.rows, async ({ id: nextReactionId, version }) => {
      const row = { nextReactionId, version, reason };
      if (change.kind === 'postpone') {
        return postponeWithin(tx, context, person, { ...row, dueAt: change.dueAt });
      }
      if (change.kind === 'handOver') {
        return handOverWithin(tx, context, person, { ...row, responsible: change.responsible });
      }
      await closeWithin(tx, context, person, { ...row, outcome: 'closed' });
      return { version: version + 1 };
    });
  });
}
