import { getComplaint } from '@/db/complaints';
import { getCounterparty } from '@/db/counterparties';
import { getEmployee } from '@/db/employees';
import { listDueNotices, type NoticeRow, updateNotice, updateNoticeStarted } from '@/db/notices';
import { dayMs, hourMs, minuteMs, secondMs } from '@/lib/domain/duration';
import { fullName } from '@/lib/domain/employees/employee';
import type { OutgoingLetter, Post } from '@/lib/domain/letters/post';
import type { Context } from '@/lib/operations/context';
import { tell } from '@/lib/operations/context';

const batch = 10;
/** After each attempt that the mail server did not take; the last one is followed by none. */
const waitsMs = [10 * secondMs, minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs];
const lostAfterMs = 10 * minuteMs;
/** Where there was no mail server for long, nobody is written to about what they have read by now. */
const staleAfterMs = 3 * dayMs;

/**
 * SA-3: writes to the head and to the general director that a complaint was taken down. Letters to our own people may come
 * twice rather than not at all: one that may have been taken is sent again.
 */
export async function sendNotices(
  context: Context,
  { post, signal }: { post: Post; signal?: AbortSignal },
): Promise<void> {
  for (const notice of await listDueNotices(context.read, context.now(), batch)) {
    if (signal?.aborted) return;
    const isOurs = await context.tx((tx) => updateNoticeStarted(tx, notice, context.now() + lostAfterMs));
    if (!isOurs) continue;
    const letter = await letterOf(context, notice);
    const answer = letter
      ? await post.send(letter)
      : { result: 'refused' as const, problem: 'nobody to tell' };
    const now = context.now();
    const waitMs = answer.result === 'refused' ? undefined : waitsMs[notice.attempts];
    await context.tx(async (tx) => {
      if (answer.result === 'sent') {
        await updateNotice(tx, notice.id, { state: 'sent', sentAt: now, problem: null });
      } else if (waitMs === undefined) {
        await updateNotice(tx, notice.id, { state: 'failed', problem: answer.problem });
      } else {
        const change = { state: 'waiting', nextAttemptAt: now + waitMs, problem: answer.problem } as const;
        await updateNotice(tx, notice.id, change);
      }
      tell(tx, { noun: 'complaint', nounId: notice.complaintId });
    });
  }
}

/** Who took it down and the words stand in it: whoever reads their mail knows what to do (IN-9 b: Russian as all that is written). */
async function letterOf(context: Context, notice: NoticeRow): Promise<OutgoingLetter | null> {
  const complaint = await getComplaint(context.read, notice.complaintId);
  const employee = await getEmployee(context.read, notice.employeeId);
  const isStale = context.now() - notice.createdAt > staleAfterMs;
  if (!complaint || !employee || employee.disabledAt !== null || isStale) return null;
  const card = await getCounterparty(context.read, complaint.counterpartyId);
  const author = await getEmployee(context.read, complaint.createdBy);
  return {
    id: notice.id,
    to: [employee.email],
    replyTo: author ? { name: fullName(author), address: author.email } : { name: '', address: '' },
    subject: `Рекламация № ${complaint.number}: ${card?.name ?? ''}`,
    text: [
      `${fullName(employee)}, поступила рекламация № ${complaint.number}.`,
      `Клиент: ${card?.name ?? ''}`,
      author ? `Принял(а): ${fullName(author)}` : '',
      '',
      complaint.text,
      '',
      'Откройте раздел «Рекламации», чтобы взять её в работу и ответить клиенту.',
    ].join('\n'),
  };
}
