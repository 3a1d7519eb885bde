import { getEmployee } from '@/db/employees';
import { insertFolderSignature } from '@/db/folder-signatures';
import { shortName } from '@/lib/domain/employees/employee';
import { Refusal } from '@/lib/domain/errors';
import { worksOnFolderFor } from '@/lib/domain/folders/folder-rights';
import { hashOfSigned, type SignedContent } from '@/lib/domain/folders/signed-content';
import type { FolderStep } from '@/lib/domain/folders/step';
import { stepProblem } from '@/lib/domain/folders/step-rules';
import { type Context, signedIn } from '@/lib/operations/context';
import { folderToWorkOn, notNow, saveFolder } from './act-on-folder';
import { finishWork } from './finish-work';
import { factsWithPost, type WholeFolder } from './read-folders';
import { factsSigned, fingerprintOf, titlePageOf } from './signed-folder';

/**
 * ON-2: signs a step off with surname, initials, time and a hash of what was signed, and for whom, if somebody is absent (CS-9).
 * The last signature fulfils the work on
 * the folder, unless a deviation is open (ON-3).
 * @param input.seen the fingerprint of the step as the person saw it
 * @param hasPost whether a mail server is set up, without which contacts are printed for every client
 * @throws Refusal `notFound`, `forbidden`, `notPossibleNow` with the reason when a rule forbids the step now,
 * `conflict` when what it is about is not what was seen
 */
export async function signStep(
  context: Context,
  { folderId, step, seen }: { folderId: string; step: FolderStep; seen: string },
  { hasPost } = { hasPost: true },
): Promise<{ folderId: string; version: number; hash: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const folder = await folderToWorkOn(tx, person, folderId);
    const problem = stepProblem(step, factsWithPost(folder, hasPost));
    if (problem) throw notNow(problem);
    if ((await fingerprintOf(folder, step, context.now())) !== seen) {
      throw new Refusal('conflict', 'the step was changed meanwhile', {}, { reason: 'stepChanged' });
    }
    const employee = (await getEmployee(tx, person.id))!;
    const content = contentOf(folder, step, {
      signedBy: person.id,
      signedAt: context.now(),
      signedFor: worksOnFolderFor(person, folder.row) ?? undefined,
      salt: context.secrets.newSecret(),
    });
    const hash = await hashOfSigned(content, titlePageOf(folder));
    const isFirst = await insertFolderSignature(tx, {
      id: context.newId(),
      folderId,
      step,
      signedBy: person.id,
      signedAs: shortName(employee),
      signedAt: content.signedAt,
      content,
      hash,
      reopenedAt: null,
      reopenedBy: null,
      reopenReason: null,
    });
    if (!isFirst) throw notNow('alreadySigned');
    const saved = await saveFolder(tx, folder.row, {});
    await finishWork(tx, context, person, saved);
    return { folderId, version: saved.version, hash };
  });
}

function contentOf(
  folder: WholeFolder,
  step: FolderStep,
  { signedFor, ...signed }: { signedBy: string; signedAt: number; signedFor?: string; salt: string },
): SignedContent {
  const facts = factsSigned(folder, step, signed.signedAt);
  return { folder: folder.row.number, step, ...signed, ...(signedFor && { signedFor }), facts };
}
