import type { ComplaintRow } from '@/db/complaints';
import type { RoundRow } from '@/db/rounds';
import { hourMs } from '@/lib/domain/duration';

/** A round of Anna's client that is due now, as the planning writes it. */
export const plannedRound = (now: number): Omit<RoundRow, 'counterpartyId'> => ({
  id: 'round',
  managerId: 'anna',
  dueOn: new Date(now).toISOString().slice(0, 10),
  dueFrom: now,
  dueUntil: now + 8 * hourMs,
  timeZone: 'Europe/Moscow',
  state: 'planned',
  nextAttemptAt: now,
  answers: {},
  callId: null,
  refusal: null,
  letterState: null,
  letterAskedAt: null,
  letterReceivedAt: null,
  letterAttachmentId: null,
  complaintId: null,
  createdAt: now,
  endedAt: null,
  endedBy: null,
  version: 1,
});

/** A complaint about the work of support, taken down by Anna; its owner is the head of support. */
export const receivedComplaint = (now: number): Omit<ComplaintRow, 'counterpartyId' | 'appealId'> => ({
  id: 'complaint',
  number: 1,
  reactionId: 'reaction of a complaint',
  callId: null,
  roundId: null,
  departmentId: 'support',
  ownerId: 'sofia',
  state: 'received',
  text: 'не отвечают второй день',
  cause: '',
  answer: '',
  dueAt: now + 72 * hourMs,
  createdAt: now,
  createdBy: 'anna',
  takenAt: null,
  answeredAt: null,
  answeredBy: null,
  closedAt: null,
  closedBy: null,
  closeReason: null,
  reopenedCount: 0,
  version: 1,
});
