import { getComplaint } from '@/db/complaints';
import { getCounterparty } from '@/db/counterparties';
import { getEmployee } from '@/db/employees';
import { listDueNotices, type NoticeRow, updateNoticeAttempt, updateNoticeStarted } from '@/db/notices';
import { listReactionsByIds } from '@/db/reactions';
import { afterAttempt, lostAfterMs } from '@/lib/domain/attempts';
import type { NoticeKind } from '@/lib/domain/complaints/complaint';
import { dayMs } from '@/lib/domain/duration';
import { fullName } from '@/lib/domain/employees/employee';
import type { OutgoingLetter, Post, PostAnswer } from '@/lib/domain/letters/post';
import type { Context } from '@/lib/operations/context';
import { tell } from '@/lib/operations/context';

const batch = 10;
/** Where there was no mail server for long, nobody is written to about what they have read by now. */
const staleAfterMs = 3 * dayMs;

/**
 * SA-3: writes to the head and to the general director that a complaint was taken down or reopened, and to whom one was handed over, and to
 * head and client manager that one was not answered in time (CO-3). Letters to our own people may come
 * twice rather than not at all: one that may have been taken is sent again.
 */
export async function sendNotices(
  context: Context,
  { post, signal }: { post: Post; signal?: AbortSignal },
): Promise<void> {
  for (const notice of await listDueNotices(context.read, context.now(), batch)) {
    if (signal?.aborted) return;
    const lostAt = context.now() + lostAfterMs.notice;
    const isOurs = await context.tx((tx) => updateNoticeStarted(tx, notice, lostAt));
    if (!isOurs) continue;
    const letter = await letterOf(context, notice);
    const answer = letter
      ? await post.send(letter)
      : { result: 'refused' as const, problem: 'nobody to tell' };
    const now = context.now();
    const attempts = notice.attempts + 1;
    await context.tx(async (tx) => {
      const change = changeAfter(answer, attempts, now);
      if (!(await updateNoticeAttempt(tx, { id: notice.id, attempts }, change))) return;
      tell(tx, { noun: 'complaint', nounId: notice.complaintId });
    });
  }
}

function changeAfter(answer: PostAnswer, attempts: number, now: number) {
  if (answer.result === 'sent') return { state: 'sent' as const, sentAt: now, problem: null };
  const { problem } = answer;
  if (answer.result === 'refused') return { state: 'failed' as const, problem };
  return { ...afterAttempt('notice', { attempts, at: now }), problem };
}

/** Whose words they are and the words stand in it: whoever reads their mail knows what to do (IN-9 b: Russian as all that is written). */
async function letterOf(context: Context, notice: NoticeRow): Promise<OutgoingLetter | null> {
  const complaint = await getComplaint(context.read, notice.complaintId);
  const employee = await getEmployee(context.read, notice.employeeId);
  const isStale = context.now() - notice.createdAt > staleAfterMs;
  if (!complaint || !employee || employee.disabledAt !== null || isStale) return null;
  const card = await getCounterparty(context.read, complaint.counterpartyId);
  const [reopening] = await listReactionsByIds(context.read, notice.reactionId ? [notice.reactionId] : []);
  const author = await getEmployee(context.read, reopening?.employeeId ?? complaint.createdBy);
  const { subject, news, by, next } = wordings[notice.kind];
  const number = `№ ${complaint.number}`;
  return {
    id: notice.id,
    to: [employee.email],
    replyTo: author ? { name: fullName(author), address: author.email } : { name: '', address: '' },
    subject: `${subject(number)}: ${card?.name ?? ''}`,
    text: [
      `${fullName(employee)}, ${news(number)}.`,
      `Клиент: ${card?.name ?? ''}`,
      author ? `${by}: ${fullName(author)}` : '',
      '',
      ...(reopening ? [reopening.note, '', 'Рекламация, как она поступила:'] : []),
      complaint.text,
      '',
      `Откройте раздел «Рекламации», чтобы ${next}.`,
    ].join('\n'),
  };
}

type Wording = {
  subject: (number: string) => string;
  news: (number: string) => string;
  by: string;
  next: string;
};

const wordings: Record<NoticeKind, Wording> = {
  received: {
    subject: (number) => `Рекламация ${number}`,
    news: (number) => `поступила рекламация ${number}`,
    by: 'Принял(а)',
    next: 'взять её в работу и ответить клиенту',
  },
  reopened: {
    subject: (number) => `Рекламация ${number} открыта снова`,
    news: (number) => `рекламация ${number} открыта снова`,
    by: 'Открыл(а)',
    next: 'ответить клиенту',
  },
  handedOver: {
    subject: (number) => `Рекламация ${number} передана вам`,
    news: (number) => `вам передана рекламация ${number}`,
    by: 'Принял(а)',
    next: 'продолжить работу с ней',
  },
  overdue: {
    subject: (number) => `Рекламация ${number} просрочена`,
    news: (number) => `по рекламации ${number} прошёл срок ответа клиенту`,
    by: 'Принял(а)',
    next: 'посмотреть, что по ней сделано',
  },
};
