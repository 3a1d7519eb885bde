import type { Db } from '@/db/store';
import { fileNameOf, type PrintedDocument } from '@/lib/domain/documents/document';
import { fillTemplate } from '@/lib/domain/documents/template';
import type { Person } from '@/lib/domain/employees/employee';
import type { FolderView } from '@/lib/domain/folders/folder-views';
import { type FolderStep, folderSteps } from '@/lib/domain/folders/step';
import { readAttachments } from '@/lib/operations/attachments/list-attachments';
import { type Context, signedIn } from '@/lib/operations/context';
import { clientTimeZone, todayInClientDepartment } from '@/lib/operations/departments/client-department';
import { currentTemplate } from '@/lib/operations/documents/current-template';
import { factsOfFolder } from '@/lib/operations/documents/facts-of-folder';
import { getFolder, visibleFolder } from './get-folder';
import { linesOfParcel, linesOfStep, linesOfTitlePage } from './printed-lines';
import { readFolderWhole } from './read-folders';

/**
 * The whole folder to be printed as one file: its title page, the made one if there is one, with copies, corrections,
 * deviations (ON-3) and attached files; the checklist with its signatures and what was taken back; the parcel; and every other
 * document that was made of it.
 * @param stepWords what the checklist says of a step; paper is Russian in every language of the screen
 * @throws Refusal `notFound`
 */
export async function printFolder(
  context: Context,
  input: { folderId: string },
  stepWords: (step: FolderStep) => string,
): Promise<{ fileName: string; documents: PrintedDocument[] }> {
  const person = signedIn(context);
  const { read: db } = context;
  const view = await getFolder(context, input);
  const folder = await readFolderWhole(db, await visibleFolder(db, person, input.folderId));
  const facts = await factsOfFolder(db, folder, {
    number: String(view.number),
    today: await todayInClientDepartment(db, context.now()),
    projectId: null,
    employeeId: person.id,
  });
  const made = folder.documents.findLast(({ kind }) => kind === 'titlePage');
  const { title, text } = made ?? fillTemplate(await currentTemplate(db, 'titlePage'), facts);
  const timeZone = await clientTimeZone(db);
  const files = await filesOf(db, person, view);
  context.saw({
    kind: 'folderFile',
    subjectId: view.id,
    counterpartyId: view.counterparty.id,
    takingId: context.newId(),
  });
  return {
    fileName: fileNameOf(`Папка клиента № ${view.number}`, 'pdf'),
    documents: [
      { title, lines: [...text.split('\n'), ...linesOfTitlePage(view, { files, timeZone })] },
      {
        title: `Чек-лист папки № ${view.number}`,
        lines: [
          ...folderSteps.flatMap((step) => linesOfStep(view, step, { words: stepWords(step), timeZone })),
          ...linesOfParcel(view, timeZone),
        ],
      },
      ...folder.documents
        .filter(({ kind }) => kind !== 'titlePage')
        .map((document) => ({ title: document.title, lines: document.text.split('\n') })),
    ],
  };
}

const mostFiles = 200;

/** The names of what is attached to the folder, for whoever may open its card. */
async function filesOf(db: Db, person: Person, { may, counterparty, appealId }: FolderView) {
  if (!may.openCard) return [];
  const of = { counterpartyId: counterparty.id, appealId, limit: mostFiles };
  const { rows, next } = await readAttachments(db, person, of);
  return [...rows.map(({ name }) => name), ...(next ? ['…'] : [])];
}
