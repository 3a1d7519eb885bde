import { addDays, companyTimeZone, instantOf, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { dayMs, minuteMs } from '@/lib/domain/duration';

/** How a complaint stands on its board. `answered`: the client was answered, and the second call has to show the solution. */
export const openComplaintStates = ['received', 'inWork', 'answered'] as const;
export const complaintStates = [...openComplaintStates, 'closed'] as const;
export type ComplaintState = (typeof complaintStates)[number];
export type OpenComplaintState = (typeof openComplaintStates)[number];

/** What of the board a list shows: a state, those that wait for the answer to the client (`owed`), or all. */
export const complaintStretches = ['owed', ...complaintStates, 'all'] as const;
export type ComplaintStretch = (typeof complaintStretches)[number];

/** Whether the client still waits for the answer, so that the time for it runs. */
export const isAnswerOwed = (state: ComplaintState) => state === 'received' || state === 'inWork';

/** The client is told what was done within that long of the complaint, at any hour (SA-3). */
export const complaintDueMs = 3 * dayMs;

/** SA-3: the last minute to which the time to answer is moved: of the fourteenth day from today (epoch ms). */
export const latestDueAt = (now: number): number =>
  instantOf(addDays(wallTimeAt(now, companyTimeZone).date, 15), 0, companyTimeZone) - minuteMs;

/** What the second call after the solution found. */
export const secondCallOutcomes = ['satisfied', 'unhappy', 'notReached'] as const;
export type SecondCallOutcome = (typeof secondCallOutcomes)[number];

/** Why one of our own people is written to about a complaint. */
export const noticeKinds = ['received', 'reopened', 'handedOver', 'overdue'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const complaintLimits = { words: 4000 } as const;

const complaintActs = ['take', 'assign', 'move', 'postpone', 'answer', 'call', 'close', 'reopen'] as const;
export type ComplaintAct = (typeof complaintActs)[number];

const possible: Record<ComplaintState, readonly ComplaintAct[]> = {
  received: ['take', 'assign', 'move', 'postpone'],
  inWork: ['assign', 'answer', 'move', 'postpone'],
  answered: ['assign', 'call', 'close', 'reopen'],
  closed: ['reopen'],
};

/**
 * Whether the state lets somebody do that. The answer to the client is there before a complaint is closed (SA-3); an open
 * one that nobody answers for any more may be taken at any time.
 */
export const isComplaintActPossible = (
  { state, ownerId }: { state: ComplaintState; ownerId: string | null },
  act: ComplaintAct,
) => possible[state].includes(act) || (act === 'take' && ownerId === null && state !== 'closed');

/** After the second call: satisfied closes, still unhappy reopens, not reached stays. */
export const stateAfterSecondCall: Record<SecondCallOutcome, ComplaintState> = {
  satisfied: 'closed',
  unhappy: 'inWork',
  notReached: 'answered',
};
