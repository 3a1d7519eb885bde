import { type AttachmentRow, listAttachmentsByIds } from '@/db/attachments';
import { getEmployee } from '@/db/employees';
import {
  type LetterRow,
  listDueLetters,
  listLettersBegunBefore,
  updateLetterAttempt,
  updateLetterStarted,
} from '@/db/letters';
import type { AttachmentKeeper } from '@/lib/domain/attachments/attachment';
import { afterAttempt, lostAfterMs } from '@/lib/domain/attempts';
import { fullName } from '@/lib/domain/employees/employee';
import type { OutgoingLetter, Post, PostAnswer } from '@/lib/domain/letters/post';
import { type Context, tell } from '@/lib/operations/context';
import { settleStuckLetter, tellAuthor } from './tell-author';

type Sending = { post: Post; attachments: AttachmentKeeper };

const batch = 10;

/**
 * Sends the letters that are due, one after the other. One that was not taken is tried again, later each time, and given
 * up after the seventh attempt; one that may have been taken is left to a person and never sent again by itself. Its author
 * is told of either.
 */
export async function sendLetters(
  context: Context,
  { post, attachments, signal }: Sending & { signal?: AbortSignal },
): Promise<void> {
  await giveUpLetters(context, context.now() - lostAfterMs.letter);
  for (const letter of await listDueLetters(context.read, context.now(), batch)) {
    if (signal?.aborted) return;
    const isOurs = await context.tx((tx) => updateLetterStarted(tx, letter, context.now()));
    if (!isOurs) continue;
    const answer = await send(context, letter, { post, attachments });
    await noteAnswer(context, { ...letter, attempts: letter.attempts + 1 }, answer);
  }
}

/** A letter is sent with all its files or not at all. */
async function send(
  context: Context,
  letter: LetterRow,
  { post, attachments }: Sending,
): Promise<PostAnswer> {
  const author = await getEmployee(context.read, letter.employeeId);
  const files: NonNullable<OutgoingLetter['files']>[number][] = [];
  const rows = new Map(
    (await listAttachmentsByIds(context.read, letter.attachmentIds)).map((row) => [row.id, row]),
  );
  for (const id of letter.attachmentIds) {
    const row = rows.get(id);
    const content = row && (await contentOf(row, attachments));
    if (!row || !content) {
      return { result: 'refused', problem: `the file is not here any more: ${row?.name ?? id}` };
    }
    files.push({ name: row.name, mediaType: row.mediaType, content });
  }
  return post.send({
    id: letter.id,
    to: letter.to,
    replyTo: author ? { name: fullName(author), address: author.email } : { name: '', address: '' },
    subject: letter.subject,
    text: letter.text,
    files,
  });
}

async function contentOf(
  { id, byteLength, sha256 }: AttachmentRow,
  keeper: AttachmentKeeper,
): Promise<Uint8Array | null> {
  if (!(await keeper.isWhole(id, { length: byteLength, sha256 }))) return null;
  const stream = await keeper.open(id, { start: 0, end: byteLength - 1 }, byteLength);
  return stream && new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Nobody knows what became of attempts that began before then (epoch ms) and never ended: a person decides. */
export async function giveUpLetters(context: Context, before: number): Promise<void> {
  for (const letter of await listLettersBegunBefore(context.read, before)) {
    await noteAnswer(context, letter, { result: 'unknown', problem: 'the process ended while it was sent' });
  }
}

async function noteAnswer(context: Context, letter: LetterRow, answer: PostAnswer): Promise<void> {
  const now = context.now();
  await context.tx(async (tx) => {
    const change = changeAfter(answer, letter.attempts, now);
    if (!(await updateLetterAttempt(tx, letter, change))) return;
    if (change.state === 'sent') await settleStuckLetter(tx, context, letter, null);
    else if (change.state !== 'waiting') await tellAuthor(tx, context, letter, change.state);
    tell(tx, { noun: 'letter', nounId: letter.id }, { noun: 'appeal', nounId: letter.appealId });
  });
}

function changeAfter(answer: PostAnswer, attempts: number, now: number) {
  if (answer.result === 'sent') return { state: 'sent' as const, sentAt: now, problem: null };
  const { problem } = answer;
  if (answer.result === 'unknown') return { state: 'unconfirmed' as const, problem };
  if (answer.result === 'refused') return { state: 'failed' as const, problem };
  return { ...afterAttempt('letter', { attempts, at: now }), problem };
}
