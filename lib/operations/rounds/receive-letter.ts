import { type AttachmentRow, getAttachmentLocked } from '@/db/attachments';
import { insertChange } from '@/db/changes';
import { getEmployeeForUpdate } from '@/db/employees';
import { isFrozenLetter, listFrozenMonths } from '@/db/pay';
import { listLettersOf } from '@/db/round-letters';
import { type RoundRow, updateRound } from '@/db/rounds';
import { companyTimeZone, instantOf, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { invalid, Refusal } from '@/lib/domain/errors';
import { monthOf } from '@/lib/domain/pay/pay';
import { isLetterFile } from '@/lib/domain/rounds/letter-file';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { tellRound } from './end-round';
import { roundOfOwnClient } from './settleable-round';

/**
 * SA-2: a letter of recommendation has come; it is the positive review of CO-1. Its file hangs on the client's card, and no
 * other round of the client waits for one any more.
 * @throws Refusal `notFound`, `forbidden`; `conflict`; `invalid` at `attachmentId`, also for what is neither a document nor a picture,
 * and at `arrivedOn` for a day that is still to come, before the client was asked, or in a month whose pay is settled (CO-1); `notPossibleNow` for a letter that was not
 * asked for, since the client was not satisfied, or when the client has written one already
 */
export async function receiveLetter(
  context: Context,
  input: { roundId: string; version: number; attachmentId: string; arrivedOn?: string },
): Promise<{ receivedAt: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const round = await roundOfOwnClient(tx, person, input.roundId);
    if (round.state !== 'satisfied') throw unasked('notSatisfied');
    const letters = await listLettersOf(tx, round.counterpartyId);
    if (letters.some(({ letterState }) => letterState === 'received')) throw unasked('alreadyReceived');
    if (round.version !== input.version) throw new Refusal('conflict', 'the round was changed meanwhile');
    const file = await getAttachmentLocked(tx, input.attachmentId);
    if (!file || file.counterpartyId !== round.counterpartyId || file.removedAt !== null) {
      throw invalid({ attachmentId: 'notAChoice' });
    }
    if (!isLetterFile(file.name)) throw invalid({ attachmentId: 'rounds.errors.notALetterFile' });
    const askedAt = Math.min(
      ...[...letters, round].flatMap(({ letterAskedAt }) => letterAskedAt ?? []),
      round.endedAt ?? Number.POSITIVE_INFINITY,
    );
    const receivedAt = await arrivalOf(tx, { ...round, askedAt }, context.now(), input.arrivedOn);
    await updateRound(tx, round.id, {
      managerId: round.managerId,
      letterState: 'received',
      letterAskedAt: round.letterAskedAt ?? receivedAt,
      letterReceivedAt: receivedAt,
      letterAttachmentId: input.attachmentId,
      version: round.version + 1,
    });
    await keepHistory(tx, context, round, { from: round.letterState, to: 'received' });
    await keepHistoryOfCard(tx, context, file, { from: null, to: file.name });
    tellRound(tx, round);
    for (const other of letters.filter(({ id }) => id !== round.id)) {
      await updateRound(tx, other.id, { letterState: null, version: other.version + 1 });
      await keepHistory(tx, context, other, { from: other.letterState, to: null });
      tellRound(tx, other);
    }
    return { receivedAt };
  });
}

/**
 * SA-2: the letter was noted by mistake and is waited for again.
 * @throws Refusal `notFound`, `forbidden`; `notPossibleNow` when none has come, or when a settled month's pay was reckoned by it (CO-1)
 */
export async function takeLetterBack(
  context: Context,
  { roundId }: { roundId: string },
): Promise<{ version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const round = await roundOfOwnClient(tx, person, roundId);
    if (round.letterState !== 'received') throw unasked('notReceived');
    // Locked, so that no month is frozen meanwhile by a letter that goes.
    await getEmployeeForUpdate(tx, round.managerId);
    const file = await getAttachmentLocked(tx, round.letterAttachmentId ?? '');
    if (file && (await isFrozenLetter(tx, file.id))) throw unasked('letterOfSettledMonth');
    const version = round.version + 1;
    await updateRound(tx, round.id, {
      managerId: round.managerId,
      letterState: 'asked',
      letterReceivedAt: null,
      letterAttachmentId: null,
      version,
    });
    await keepHistory(tx, context, round, { from: 'received', to: 'asked' });
    if (file) await keepHistoryOfCard(tx, context, file, { from: file.name, to: null });
    tellRound(tx, round);
    return { version };
  });
}

/** When the letter came: now, or at noon of an earlier day (epoch ms). @throws Refusal `invalid` at `arrivedOn` */
async function arrivalOf(
  tx: Tx,
  { managerId, askedAt }: { managerId: string; askedAt: number },
  now: number,
  arrivedOn?: string,
): Promise<number> {
  const today = wallTimeAt(now, companyTimeZone).date;
  const day = arrivedOn ?? today;
  if (day > today) throw invalid({ arrivedOn: 'rounds.errors.letterToCome' });
  if (day < wallTimeAt(askedAt, companyTimeZone).date) {
    throw invalid({ arrivedOn: 'rounds.errors.letterBeforeAsked' });
  }
  // Locked, so that nothing is written into a month while it is frozen.
  if (monthOf(day) < monthOf(today)) await getEmployeeForUpdate(tx, managerId);
  if ((await listFrozenMonths(tx, managerId)).includes(monthOf(day))) {
    throw invalid({ arrivedOn: 'rounds.errors.monthSettled' });
  }
  return day === today ? now : instantOf(day, 12 * 60, companyTimeZone);
}

const unasked = (reason: string) => new Refusal('notPossibleNow', 'not this letter', {}, { reason });

async function keepHistory(
  tx: Tx,
  context: Context,
  round: RoundRow,
  letter: { from: string | null; to: string | null },
): Promise<void> {
  await insertChange(tx, {
    id: context.newId(),
    noun: 'round',
    nounId: round.id,
    at: context.now(),
    employeeId: context.person?.id ?? null,
    fields: { letter },
  });
}

/** CO-1: what pay hangs on stands on the client's card, by the name of the letter's file. */
async function keepHistoryOfCard(
  tx: Tx,
  context: Context,
  { counterpartyId }: AttachmentRow,
  recommendation: { from: string | null; to: string | null },
): Promise<void> {
  await insertChange(tx, {
    id: context.newId(),
    noun: 'counterparty',
    nounId: counterpartyId,
    at: context.now(),
    employeeId: context.person?.id ?? null,
    fields: { recommendation },
  });
}
