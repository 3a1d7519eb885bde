import { nextNumber } from '@/db/counters';
import { insertDocument } from '@/db/documents';
import type { FolderRow } from '@/db/folders';
import { getLastVerdict } from '@/db/rounds';
import type { DocumentKind } from '@/lib/domain/documents/document';
import { fillTemplate, type TemplateText } from '@/lib/domain/documents/template';
import type { Person } from '@/lib/domain/employees/employee';
import { invalid } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { todayInClientDepartment } from '@/lib/operations/departments/client-department';
import { folderToWorkOn, notNow, saveFolder } from '@/lib/operations/folders/act-on-folder';
import type { WholeFolder } from '@/lib/operations/folders/read-folders';
import { currentTemplate } from './current-template';
import { factsOfFolder } from './facts-of-folder';

type Asked = { kind: DocumentKind; projectId: string | null };

/**
 * Makes a document of a folder from its template in force, with the next number of its kind. Its words stay as they were.
 * @throws Refusal `notFound`, `forbidden`, `invalid` for an act of hand-over without a product of the folder,
 * `notPossibleNow` for an act of work without services, for a request of a
 * recommendation to a client who was not satisfied in the last round, or when nobody took the folder
 */
export async function makeDocument(
  context: Context,
  { folderId, ...asked }: Asked & { folderId: string },
): Promise<{ documentId: string; number: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const folder = await folderToWorkOn(tx, person, folderId);
    refuseWrongAct(folder, asked);
    if (asked.kind === 'recommendationRequest') await refuseUnsatisfied(tx, folder.row);
    const made = await writeDocument(tx, context, person, folder, asked);
    await saveFolder(tx, folder.row, {});
    return { documentId: made.documentId, number: made.number };
  });
}

/** SA-2: only who was satisfied with everything is asked for a letter. */
async function refuseUnsatisfied(tx: Tx, { counterpartyId }: FolderRow): Promise<void> {
  if ((await getLastVerdict(tx, counterpartyId)) !== 'satisfied') throw notNow('notSatisfied');
}

function refuseWrongAct({ row, products }: WholeFolder, { kind, projectId }: Asked): void {
  if (kind === 'workAct' && !row.hasServices) throw notNow('noServices');
  if (kind !== 'handOverAct') return;
  if (projectId === null) throw invalid({ projectId: 'documents.errors.noProduct' });
  if (products.every(({ id }) => id !== projectId)) throw invalid({ projectId: 'notAChoice' });
}

/** The same inside a transaction of the caller, of a folder that was looked at. */
export async function writeDocument(
  tx: Tx,
  context: Context,
  person: Person,
  folder: WholeFolder,
  { kind, projectId }: Asked,
): Promise<TemplateText & { documentId: string; number: number }> {
  const template = await currentTemplate(tx, kind);
  const number = await nextNumber(tx, `document ${kind}`);
  const facts = await factsOfFolder(tx, folder, {
    number: String(number),
    today: await todayInClientDepartment(tx, context.now()),
    projectId: kind === 'handOverAct' ? projectId : null,
    employeeId: person.id,
  });
  const words = fillTemplate(template, facts);
  const documentId = context.newId();
  await insertDocument(tx, {
    id: documentId,
    folderId: folder.row.id,
    counterpartyId: folder.row.counterpartyId,
    kind,
    number,
    projectId: kind === 'handOverAct' ? projectId : null,
    templateVersion: template.version,
    ...words,
    madeBy: person.id,
    madeAt: context.now(),
  });
  return { ...words, documentId, number };
}
