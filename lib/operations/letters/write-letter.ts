import { listAttachmentsByIds } from '@/db/attachments';
import { insertLetter } from '@/db/letters';
import { isAttachmentHere } from '@/lib/domain/attachments/attachment';
import type { Person } from '@/lib/domain/employees/employee';
import { invalid, Refusal } from '@/lib/domain/errors';
import { largestLetterFilesBytes } from '@/lib/domain/letters/letter';
import type { WriteLetter } from '@/lib/domain/letters/letters.contract';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';
import { keepAddresses } from '@/lib/operations/counterparties/keep-addresses';
import { writeReaction } from '@/lib/operations/reactions/record-reaction';

export type WrittenLetter = {
  letterId: string;
  appealId: string;
  reactionId: string;
  nextReactionIds: string[];
};

/**
 * Writes a letter to a counterparty as one act: the reaction with its text, who acts next or that the appeal is closed, and
 * the letter that is sent after the commit. It may fulfil a next reaction.
 * @throws Refusal as `recordReaction`, and `notPossibleNow` with the reason `noPost` when no mail server is set up
 */
export async function writeLetter(
  context: Context,
  input: WriteLetter,
  { hasPost }: { hasPost: boolean },
): Promise<WrittenLetter> {
  const person = signedIn(context);
  refuseWithoutPost(hasPost);
  return context.tx((tx) => writeLetterWithin(tx, context, person, input));
}

/** @throws Refusal `notPossibleNow` */
export function refuseWithoutPost(hasPost: boolean): void {
  if (!hasPost) throw new Refusal('notPossibleNow', 'no mail server is set up', {}, { reason: 'noPost' });
}

/** The same inside a transaction of the caller. */
export async function writeLetterWithin(
  tx: Tx,
  context: Context,
  person: Person,
  input: WriteLetter,
): Promise<WrittenLetter> {
  const { to, subject, text, keepsAddresses: keeps } = input;
  const addresses = [...new Set(to.map((address) => address.trim()))];
  const now = context.now();
  const attachmentIds = [...new Set(input.attachmentIds)];
  const written = await writeReaction(tx, context, person, recordOf(input));
  const { counterpartyId, appealId, reactionId, nextReactionIds } = written;
  await refuseUnfitFiles(tx, counterpartyId, attachmentIds);
  const letterId = context.newId();
  await insertLetter(tx, {
    id: letterId,
    counterpartyId,
    appealId,
    reactionId,
    employeeId: person.id,
    departmentId: person.departmentId,
    to: addresses,
    subject,
    text,
    attachmentIds,
    createdAt: now,
    state: 'waiting',
    attempts: 0,
    nextAttemptAt: now,
    startedAt: null,
    sentAt: null,
    problem: null,
  });
  if (keeps) await keepAddresses(tx, context, { counterpartyId, addresses, employeeId: person.id });
  tell(tx, { noun: 'letter', nounId: letterId });
  return { letterId, appealId, reactionId, nextReactionIds };
}

/** Only files of the card, as many as a mail server takes. @throws Refusal `invalid` */
async function refuseUnfitFiles(tx: Tx, counterpartyId: string, ids: readonly string[]): Promise<void> {
  const files = await listAttachmentsByIds(tx, ids);
  const areOfCard = files.every((file) => file.counterpartyId === counterpartyId && isAttachmentHere(file));
  if (files.length < ids.length || !areOfCard) throw invalid({ attachmentIds: 'notAChoice' });
  const byteLength = files.reduce((sum, file) => sum + file.byteLength, 0);
  if (byteLength > largestLetterFilesBytes) throw invalid({ attachmentIds: 'letters.errors.filesTooLarge' });
}

const recordOf = ({
  subject,
  text,
  counterpartyId,
  to: _to,
  keepsAddresses: _keeps,
  attachmentIds: _files,
  ...outcome
}: WriteLetter) => ({
  ...outcome,
  counterparty: { use: 'existing' as const, id: counterpartyId, complete: {} },
  reaction: { type: 'letterOut' as const, topic: subject, note: text },
});
