import { type ChangeRow, listChanges } from '@/db/changes';
import { getCounterparty, listVisibleCounterparties } from '@/db/counterparties';
import { listEmailsOfCounterparties } from '@/db/counterparty-emails';
import { getEmployee } from '@/db/employees';
import { type FolderRow, getFolder as getRow } from '@/db/folders';
import { getLetter } from '@/db/letters';
import { getNextReaction } from '@/db/next-reactions';
import { listReactionsByIds } from '@/db/reactions';
import { getLastVerdict } from '@/db/rounds';
import type { Db } from '@/db/store';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import { type Person, shortName } from '@/lib/domain/employees/employee';
import { notFound } from '@/lib/domain/errors';
import {
  mayConfirmKeys,
  mayGiveSignatures,
  mayReopenSteps,
  maySeeFolder,
  maySettleDeviation,
  mayWorkOnFolder,
  mayWorkOnFolders,
} from '@/lib/domain/folders/folder-rights';
import { correctedFields, type FolderStepView, type FolderView } from '@/lib/domain/folders/folder-views';
import { isAboutTitlePage } from '@/lib/domain/folders/signed-content';
import { folderSteps, isRequired } from '@/lib/domain/folders/step';
import { stepProblem } from '@/lib/domain/folders/step-rules';
import { readAttachments } from '@/lib/operations/attachments/list-attachments';
import { type Context, signedIn } from '@/lib/operations/context';
import { todayInClientDepartment } from '@/lib/operations/departments/client-department';
import { shortNames } from '@/lib/operations/employees/short-names';
import { describeLetterStates } from '@/lib/operations/letters/describe-letters';
import { describePurchases } from '@/lib/operations/purchases/list-purchases';
import { notedWelcome } from './correct-welcome';
import { describeFolders } from './describe-folders';
import { factsWithPost, readFolderWhole, type WholeFolder } from './read-folders';
import { fingerprintOf, isSignatureIntact } from './signed-folder';
import { phoneOnTitlePage } from './title-page-phone';

const filesShown = 20;
const changesShown = 20;

type Named = (id: string | null) => { id: string; name: string } | null;

/** A folder the person may see. @throws Refusal `notFound` */
export async function visibleFolder(db: Db, person: Person, folderId: string): Promise<FolderRow> {
  const row = await getRow(db, folderId);
  if (!row || !maySeeFolder(person, row)) throw notFound('folder');
  return row;
}

/** One folder with its checklist, whom it waits for and what was made of it. @throws Refusal `notFound` */
export async function getFolder(
  context: Context,
  input: { folderId: string },
  { hasPost } = { hasPost: true },
): Promise<FolderView> {
  const person = signedIn(context);
  const { read: db } = context;
  const row = await visibleFolder(db, person, input.folderId);
  const folder = await readFolderWhole(db, row);
  const today = await todayInClientDepartment(db, context.now());
  const [described] = await describeFolders(db, [folder], today);
  const { signedCount: _signed, requiredCount: _required, ...summary } = described!;
  const changes = await listChanges(db, 'folder', row.id, changesShown);
  const named = await namesIn(db, folder, changes);
  const letter = row.contactsLetterId ? await getLetter(db, row.contactsLetterId) : null;
  const emails = await listEmailsOfCounterparties(db, [row.counterpartyId]);
  const { courier } = row;
  context.saw({ kind: 'folder', subjectId: row.id, counterpartyId: row.counterpartyId });
  return {
    ...summary,
    appealId: row.appealId,
    titlePage: { city: row.city, contactPerson: row.contactPerson, phone: await phoneOnTitlePage(db, row) },
    corrections: describeCorrections(changes, named),
    invoiceNumber: row.invoiceNumber,
    contractCopies: row.contractCopies,
    invoiceCopies: row.invoiceCopies,
    hasParts: row.hasParts,
    hasServices: row.hasServices,
    note: row.note,
    handedOverBy: named(row.handedOverBy),
    takenAt: row.takenAt,
    colleague: await colleagueOf(db, person, row),
    purchases: await describePurchases(db, folder.purchases),
    steps: await describeSteps(folder, { hasPost, named, now: context.now() }),
    deviations: folder.deviations.map(({ id, text, reportedAt, settledAt, settlement, ...by }) => ({
      ...{ id, text, reportedAt, settledAt, settlement },
      reportedBy: named(by.reportedBy),
      settledBy: named(by.settledBy),
    })),
    courier: courier && {
      ...courier,
      orderedAt: row.courierOrderedAt!,
      orderedBy: named(row.courierOrderedBy),
    },
    keyConfirmed:
      row.keyConfirmedAt === null ? null : { by: named(row.keyConfirmedBy), at: row.keyConfirmedAt },
    signatures:
      row.signaturesAskedAt === null
        ? null
        : {
            missing: await missingSignatures(db, row),
            askedAt: row.signaturesAskedAt,
            givenAt: row.signaturesGivenAt,
            givenBy: named(row.signaturesGivenBy),
          },
    welcome:
      row.welcomedAt === null
        ? null
        : { callId: row.welcomeCallId, at: row.welcomedAt, note: row.welcomeNote },
    contactsLetter: letter && (await describeLetterStates(db, person, [letter])).get(letter.id)!,
    emails: emails.map(({ address }) => address),
    collectedAt: row.collectedAt,
    deliveredAt: row.deliveredAt,
    documents: folder.documents.map(({ id, kind, number, title, madeAt, madeBy, projectId }) => ({
      ...{ id, kind, number, title, madeAt },
      project: folder.products.find((product) => product.id === projectId) ?? null,
      madeBy: named(madeBy),
    })),
    missingActs: folder.missingActs,
    isClientSatisfied: (await getLastVerdict(db, row.counterpartyId)) === 'satisfied',
    attachments: await readAttachments(db, person, {
      counterpartyId: row.counterpartyId,
      appealId: row.appealId,
      limit: filesShown,
    }),
    may: await rightsOf(db, person, folder),
    today,
    version: row.version,
  };
}

async function namesIn(
  db: Db,
  { row, signatures, deviations, documents }: WholeFolder,
  changes: readonly ChangeRow[],
): Promise<Named> {
  const names = await shortNames(db, [
    row.handedOverBy,
    row.courierOrderedBy,
    row.keyConfirmedBy,
    row.signaturesGivenBy,
    ...signatures.flatMap(({ reopenedBy, content }) => [reopenedBy, content.signedFor ?? null]),
    ...deviations.flatMap(({ reportedBy, settledBy }) => [reportedBy, settledBy]),
    ...documents.map(({ madeBy }) => madeBy),
    ...changes.map(({ employeeId }) => employeeId),
  ]);
  return (id) => (id !== null && names.has(id) ? { id, name: names.get(id)! } : null);
}

/** Of the history of a folder what was put right on its title page. */
const describeCorrections = (changes: readonly ChangeRow[], named: Named): FolderView['corrections'] =>
  changes.flatMap(({ at, employeeId, fields }) => {
    const corrected = correctedFields.flatMap((name) => {
      const change = fields[name];
      return change ? [{ name, from: change.from as string | null, to: change.to as string | null }] : [];
    });
    return corrected.length > 0 ? [{ at, by: named(employeeId), fields: corrected }] : [];
  });

async function describeSteps(
  folder: WholeFolder,
  { hasPost, named, now }: { hasPost: boolean; named: Named; now: number },
): Promise<FolderStepView[]> {
  const { signatures } = folder;
  const facts = factsWithPost(folder, hasPost);
  const views: FolderStepView[] = [];
  for (const step of folderSteps) {
    const given = signatures.filter((one) => one.step === step);
    const current = given.find(({ reopenedAt }) => reopenedAt === null);
    views.push({
      step,
      isRequired: isRequired(step, facts),
      signature: current
        ? {
            signedAs: current.signedAs,
            signedFor: named(current.content.signedFor ?? null),
            signedAt: current.signedAt,
            hash: current.hash,
            isIntact: await isSignatureIntact(folder, current),
          }
        : null,
      fingerprint: await fingerprintOf(folder, step, now),
      problem: current ? null : stepProblem(step, facts),
      reopened: given.flatMap(({ signedAs, signedAt, content, reopenedAt, reopenedBy, reopenReason }) =>
        reopenedAt === null
          ? []
          : [
              {
                ...{ signedAs, signedAt, signedFor: named(content.signedFor ?? null), reopenedAt },
                ...{ reopenedBy: named(reopenedBy), reason: reopenReason ?? '' },
              },
            ],
      ),
    });
  }
  return views;
}

/** It stands with the act that asked the head for them. */
async function missingSignatures(db: Db, { signaturesNextReactionId: id }: FolderRow): Promise<string> {
  const next = id === null ? null : await getNextReaction(db, id);
  const [asked] = next?.reactionId ? await listReactionsByIds(db, [next.reactionId]) : [];
  return asked?.note ?? '';
}

async function colleagueOf(
  db: Db,
  person: Person,
  { counterpartyId }: FolderRow,
): Promise<FolderView['colleague']> {
  const card = await getCounterparty(db, counterpartyId);
  if (!card?.assignedTo || card.assignedTo === person.id) return null;
  const manager = await getEmployee(db, card.assignedTo);
  return manager?.disabledAt === null ? { id: manager.id, name: shortName(manager) } : null;
}

async function rightsOf(db: Db, person: Person, { row, facts }: WholeFolder): Promise<FolderView['may']> {
  const mayWork = mayWorkOnFolder(person, row);
  const taker = row.takenBy === null ? null : await getEmployee(db, row.takenBy);
  const [card] = await listVisibleCounterparties(db, cardScopeOf(person), [row.counterpartyId]);
  return {
    takeOver: mayWorkOnFolders(person) && taker?.disabledAt !== null && row.state !== 'done',
    work: mayWork && row.takenBy !== null,
    reopen: mayReopenSteps(person) && row.takenBy !== null,
    confirmKey: mayConfirmKeys(person) && row.takenBy !== null && row.hasParts && row.keyConfirmedAt === null,
    giveSignatures: mayGiveSignatures(person) && row.takenBy !== null && facts.lacksSignatures,
    settleDeviation: maySettleDeviation(person, row),
    correctTitlePage:
      maySettleDeviation(person, row) && row.state !== 'done' && ![...facts.signed].some(isAboutTitlePage),
    correctWelcome: mayWork && !facts.signed.has('clientCalled') && (await notedWelcome(db, person, row)),
    openCard: card !== undefined,
  };
}
