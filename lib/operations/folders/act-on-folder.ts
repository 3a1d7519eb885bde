import { getAppealLocked } from '@/db/appeals';
import { listOpenComplaintsOfAppeal } from '@/db/complaints';
import { getEmployee } from '@/db/employees';
import { type FolderRow, getFolderLocked, updateFolder } from '@/db/folders';
import { getNextReactionLocked, listNextReactionsOfAppeals } from '@/db/next-reactions';
import type { Person } from '@/lib/domain/employees/employee';
import { forbidden, invalid, notFound, Refusal } from '@/lib/domain/errors';
import { deliveryProblem } from '@/lib/domain/folders/courier';
import { maySeeFolder, mayWorkOnFolder } from '@/lib/domain/folders/folder-rights';
import type { CourierOrder } from '@/lib/domain/folders/folders.contract';
import type { NextReactionToWrite, WrittenRecords } from '@/lib/domain/reactions/records';
import { closeAppealWith } from '@/lib/operations/appeals/keep-appeal-law';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { refuseErasedCard } from '@/lib/operations/counterparties/refuse-erased';
import { todayInClientDepartment } from '@/lib/operations/departments/client-department';
import { endNextReaction } from '@/lib/operations/reactions/end-next-reaction';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import { readFolderWhole, stateOfWhole, type WholeFolder } from './read-folders';

/** A folder the person may see, locked. @throws Refusal `notFound`, `notPossibleNow` of an erased card */
export async function visibleFolderLocked(tx: Tx, person: Person, folderId: string): Promise<WholeFolder> {
  const row = await getFolderLocked(tx, folderId);
  if (!row || !maySeeFolder(person, row)) throw notFound('folder');
  await refuseErasedCard(tx, row.counterpartyId);
  return readFolderWhole(tx, row);
}

/**
 * A folder that somebody took over, for those who work on it, also for an absent person (CS-9); of somebody who works no more
 * it is the acting person's to keep.
 * @throws Refusal `notFound`, `forbidden`, `notPossibleNow`
 */
export async function folderToWorkOn(
  tx: Tx,
  person: Person,
  folderId: string,
): Promise<WholeFolder & { keeperId: string }> {
  const folder = await visibleFolderLocked(tx, person, folderId);
  if (!mayWorkOnFolder(person, folder.row)) throw forbidden();
  const { takenBy } = folder.row;
  if (takenBy === null) throw notNow('notTaken');
  const keeper = await getEmployee(tx, takenBy);
  return { ...folder, keeperId: keeper?.disabledAt === null ? takenBy : person.id };
}

/** What cannot be done to the folder as it stands. */
export const notNow = (reason: string) =>
  new Refusal('notPossibleNow', 'the folder does not allow this now', {}, { reason });

/** @throws Refusal `conflict` when the folder was changed since that version */
export function refuseChanged(folder: Pick<FolderRow, 'version'>, basedOn: number): void {
  if (folder.version !== basedOn) throw new Refusal('conflict', 'the folder was changed meanwhile');
}

/** Saves what changed of a folder, with the state that follows from all of it, and tells of it. */
export async function saveFolder(
  tx: Tx,
  folder: FolderRow,
  change: Partial<Omit<FolderRow, 'id' | 'state' | 'version'>>,
): Promise<WholeFolder & { version: number }> {
  const version = folder.version + 1;
  const whole = await readFolderWhole(tx, { ...folder, ...change, version });
  const state = stateOfWhole(whole);
  await updateFolder(tx, folder.id, { ...change, state, version });
  tell(tx, { noun: 'folder', nounId: folder.id });
  return { ...whole, row: { ...whole.row, state }, version };
}

type Act = {
  topic: string;
  note?: string;
  /** Next reactions that the act fulfils; those that have ended are passed over. */
  fulfils?: readonly (string | null)[];
  nextReactions?: readonly NextReactionToWrite[];
  /** Left when nothing else of the appeal would be open. */
  otherwise?: NextReactionToWrite;
};

/** What happened to a folder, as a reaction on its appeal, with what it fulfils and leaves open. */
export async function recordFolderAct(
  tx: Tx,
  context: Context,
  person: Person,
  folder: Pick<FolderRow, 'counterpartyId' | 'appealId'>,
  { topic, note = '', fulfils = [], nextReactions = [], otherwise }: Act,
): Promise<WrittenRecords> {
  const open = otherwise ? await listNextReactionsOfAppeals(tx, [folder.appealId], 'open') : [];
  const isLast = nextReactions.length === 0 && open.every(({ id }) => fulfils.includes(id));
  const written = await writeRecords(tx, context, {
    plan: {
      counterparty: { use: 'existing', id: folder.counterpartyId, complete: {} },
      appeal: { use: 'existing', id: folder.appealId },
      reaction: { type: 'other', topic, note },
      nextReactions: otherwise && isLast ? [otherwise] : nextReactions,
    },
    callId: null,
    route: null,
    employee: person,
    happenedAt: context.now(),
  });
  for (const id of fulfils) {
    const next = id === null ? null : await getNextReactionLocked(tx, id);
    if (!next || next.endedAt !== null) continue;
    await endNextReaction(tx, context, next, {
      outcome: 'fulfilled',
      reason: null,
      reactionId: written.reactionId,
      employeeId: person.id,
    });
  }
  return written;
}

/** What is left of a folder that is not done yet: of whoever took it, or of the department when they work no more. */
export async function workLeft(
  tx: Tx,
  { takenBy, number }: Pick<FolderRow, 'takenBy' | 'number'>,
  topic = `подготовить папку клиента № ${number}`,
): Promise<NextReactionToWrite> {
  const keeper = takenBy === null ? null : await getEmployee(tx, takenBy);
  return {
    responsible:
      keeper?.disabledAt === null
        ? { kind: 'employee', employeeId: keeper.id }
        : { kind: 'department', departmentKind: 'client' },
    dueSetting: 'tomorrow',
    topic,
  };
}

/** ON-2: support gives the key out against the folder. */
export const keyToGive = ({ number }: Pick<FolderRow, 'number'>): NextReactionToWrite => ({
  responsible: { kind: 'department', departmentKind: 'support' },
  dueSetting: 'tomorrow',
  topic: `выдать ключ и диск по папке № ${number}`,
});

/** The appeal of a folder that is done is closed, unless something of it is still to be done; then it stays open. */
export async function closeAppealOfFolder(
  tx: Tx,
  context: Context,
  person: Person,
  { appealId, number }: FolderRow,
): Promise<void> {
  const appeal = await getAppealLocked(tx, appealId);
  if (!appeal || appeal.closedAt !== null) return;
  const open = await listNextReactionsOfAppeals(tx, [appealId], 'open');
  if (open.length > 0 || (await listOpenComplaintsOfAppeal(tx, appeal)).length > 0) return;
  await closeAppealWith(tx, context, person, appeal, `папка клиента № ${number} закрыта`);
}

/** @throws Refusal `invalid` at `deliveryOn` for a day that no parcel may come on */
export async function refuseWrongDelivery(
  tx: Tx,
  context: Context,
  deliveryOn: string,
  courier?: Pick<CourierOrder, 'pickupOn' | 'days'> | null,
): Promise<void> {
  const today = await todayInClientDepartment(tx, context.now());
  const problem = deliveryProblem(deliveryOn, { today, ...courier });
  if (problem) throw invalid({ deliveryOn: problem });
}
