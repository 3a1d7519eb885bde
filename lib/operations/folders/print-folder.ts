import { fileNameOf, type PrintedDocument } from '@/lib/domain/documents/document';
import { fillTemplate } from '@/lib/domain/documents/template';
import type { FolderStepView, FolderView } from '@/lib/domain/folders/folder-views';
import { type FolderStep, folderSteps } from '@/lib/domain/folders/step';
import { type Context, signedIn } from '@/lib/operations/context';
import { currentTemplate } from '@/lib/operations/documents/current-template';
import { factsOfFolder } from '@/lib/operations/documents/facts-of-folder';
import { getFolder, visibleFolder } from './get-folder';
import { readFolderWhole } from './read-folders';
import { todayInClientDepartment, zoneOfClientDepartment } from './today-in-client-department';

/**
 * The whole folder to be printed as one file: its title page with the deviations (ON-3), the checklist with its signatures,
 * and every document that was made of it.
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
  const { title, text } = fillTemplate(await currentTemplate(db, 'titlePage'), facts);
  const timeZone = await zoneOfClientDepartment(db);
  context.saw({
    kind: 'folderFile',
    subjectId: view.id,
    counterpartyId: view.counterparty.id,
    takingId: context.newId(),
  });
  return {
    fileName: fileNameOf(`Папка клиента № ${view.number}`, 'pdf'),
    documents: [
      { title, lines: [...text.split('\n'), ...deviationLines(view)] },
      {
        title: `Чек-лист папки № ${view.number}`,
        lines: folderSteps.map((step) => lineOf(view, step, { words: stepWords(step), timeZone })),
      },
      ...folder.documents.map((document) => ({ title: document.title, lines: document.text.split('\n') })),
    ],
  };
}

function deviationLines({ deviations }: FolderView): string[] {
  if (deviations.length === 0) return [];
  return [
    '',
    'Отклонения:',
    ...deviations.map(({ text, reportedBy, settledAt, settlement }) =>
      [
        `${text} (${reportedBy?.name ?? '—'})`,
        settledAt === null ? 'не исправлено' : `исправлено: ${settlement}`,
      ].join(' — '),
    ),
  ];
}

function lineOf(
  view: FolderView,
  step: FolderStep,
  { words, timeZone }: { words: string; timeZone: string },
): string {
  const number = folderSteps.indexOf(step) + 1;
  const found = view.steps.find((one) => one.step === step)!;
  return `${number}. ${words}: ${stateWords(found, timeZone)}`;
}

function stateWords({ isRequired, signature }: FolderStepView, timeZone: string): string {
  if (!isRequired) return 'не требуется';
  if (!signature) return '____________________';
  const at = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return `${signature.signedAs}, ${at.format(signature.signedAt)}, ${signature.hash.slice(0, 16)}`;
}
