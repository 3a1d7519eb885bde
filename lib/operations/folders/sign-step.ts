import { getEmployee } from '@/db/employees';
import { insertFolderSignature } from '@/db/folder-signatures';
import { type Person, shortName } from '@/lib/domain/employees/employee';
import { hashOfSigned, type SignedContent } from '@/lib/domain/folders/signed-content';
import type { FolderStep } from '@/lib/domain/folders/step';
import { stepProblem } from '@/lib/domain/folders/step-rules';
import { type Context, signedIn } from '@/lib/operations/context';
import { folderToWorkOn, notNow, saveFolder } from './act-on-folder';
import { finishWork } from './finish-work';
import type { WholeFolder } from './read-folders';

/**
 * ON-2: signs a step off with surname, initials, time and a hash of what was signed. The last signature fulfils the work on
 * the folder, unless a deviation is open (ON-3).
 * @throws Refusal `notFound`, `forbidden`, `notPossibleNow` with the reason when a rule forbids the step now
 */
export async function signStep(
  context: Context,
  { folderId, step }: { folderId: string; step: FolderStep },
): Promise<{ folderId: string; version: number; hash: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const folder = await folderToWorkOn(tx, person, folderId);
    const problem = stepProblem(step, folder.facts);
    if (problem) throw notNow(problem);
    const employee = (await getEmployee(tx, person.id))!;
    const content = contentOf(folder, step, person, context.now());
    const hash = await hashOfSigned(content);
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
  { row, purchases, documents }: WholeFolder,
  step: FolderStep,
  person: Person,
  signedAt: number,
): SignedContent {
  return {
    folder: row.number,
    step,
    signedBy: person.id,
    signedAt,
    purchases: purchases.map(({ id }) => id).sort(),
    contractCopies: row.contractCopies,
    invoiceCopies: row.invoiceCopies,
    hasParts: row.hasParts,
    hasServices: row.hasServices,
    courierOrderedAt: row.courierOrderedAt,
    welcomeCallId: row.welcomeCallId,
    contactsLetterId: row.contactsLetterId,
    deliveryOn: row.deliveryOn,
    keyConfirmedAt: row.keyConfirmedAt,
    documents: documents.map(({ kind, number }) => ({ kind, number })),
  };
}
