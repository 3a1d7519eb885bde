import { insertWording } from '@/db/call-scripts';
import { factsOfWording, wordingKeysOf } from '@/lib/domain/call-scripts/catalog';
import { type Wording, wordingProblems } from '@/lib/domain/call-scripts/wording';
import { trimmedWording, wordingChanges } from '@/lib/domain/call-scripts/wording-changes';
import { mayPublishWording } from '@/lib/domain/employees/permissions';
import { forbidden, invalid, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { currentWording } from './current-wording';
import { findCallScript } from './find-call-script';

type Input = { scriptId: string; basedOn: number; words: Wording; note: string };

/**
 * IN-1: the words of every step as a new version with author and date. Calls answered from now on are led by it; running
 * ones keep theirs.
 * @throws Refusal `forbidden`; `notFound`; `conflict` when another version was published since `basedOn`; `invalid` with
 * `words.KEY` for each wrong step, or `words` when nothing differs from the version in force
 */
export async function publishWording(context: Context, input: Input): Promise<{ version: number }> {
  const person = signedIn(context);
  if (!mayPublishWording(person)) throw forbidden();
  const script = findCallScript(input.scriptId);
  const words = trimmedWording(input.words);
  const problems = wordingProblems(words, wordingKeysOf(script), factsOfWording(script));
  if (problems.length > 0) {
    throw invalid(
      Object.fromEntries(
        problems.map(({ key, problem }) => [`words.${key}`, `callScriptPage.problems.${problem}`]),
      ),
    );
  }
  return context.tx(async (tx) => {
    const inForce = await currentWording(tx, context, script);
    if (inForce.version !== input.basedOn) throw publishedMeanwhile();
    if (wordingChanges(inForce.words as Wording, words).length === 0) {
      throw invalid({ words: 'callScriptPage.problems.unchanged' });
    }
    const version = inForce.version + 1;
    const isNew = await insertWording(tx, {
      scriptId: script.id,
      version,
      words,
      note: input.note,
      publishedBy: person.id,
      publishedAt: context.now(),
    });
    if (!isNew) throw publishedMeanwhile();
    tell(tx, { noun: 'callScript', nounId: script.id });
    return { version };
  });
}

const publishedMeanwhile = () =>
  new Refusal('conflict', 'another version of the words was published meanwhile');
