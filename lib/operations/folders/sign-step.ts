import { getEmployee } from '@/db/employees';
import { insertFolderSignature } from '@/db/folder-signatures';
import { type Person, shortName } from '@/lib/domain/employees/employee';
import { hashOfSigned, type SignedContent } from '@/lib/domain/folders/signed-content';
import { type FolderStep, requiredSteps } from '@/lib/domain/folders/step';
import { stepProblem } from '@/lib/domain/folders/step-rules';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { closeAppealOfFolder, folderToWorkOn, notNow, recordFolderAct, saveFolder } from './act-on-folder';
import type { WholeFolder } from './read-folders';

/**
 * ON-2: signs a step off with surname, initials, time and a hash of what was signed. The last signature fulfils the work on
 * the folder.
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
    await finishWork(tx, context, person, { ...saved, keeperId: folder.keeperId });
    return { folderId, version: saved.version, hash };
  });
}

/** Everything is signed: the work on the folder is done, and without a parcel so is the folder. */
async function finishWork(tx: Tx, context: Context, person: Person, folder: KeptFolder): Promise<void> {
  const { row, facts } = folder;
  if (requiredSteps(facts).some((step) => !facts.signed.has(step))) return;
  const isOpenForParcel = row.state !== 'done';
  await recordFolderAct(tx, context, person, row, {
    topic: 'папка клиента собрана',
    fulfils: [row.workNextReactionId],
    nextReactions: isOpenForParcel && row.deliveryNextReactionId === null ? [parcelOf(folder)] : [],
  });
  if (row.state === 'done') await closeAppealOfFolder(tx, context, person, row);
}

type KeptFolder = WholeFolder & { keeperId: string };

const parcelOf = ({ row, keeperId }: KeptFolder) => ({
  responsible: { kind: 'employee' as const, employeeId: keeperId },
  dueSetting: 'tomorrow' as const,
  topic: `отдать посылку курьеру, папка № ${row.number}`,
});

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
