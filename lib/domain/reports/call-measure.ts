import type { CallOutcome } from '@/lib/domain/calls/call';
import type { ClaimPurpose } from '@/lib/domain/calls/call-effect';
import type { KeptEvent } from '@/lib/domain/calls/verdict';

/** Raised when a measure is reckoned otherwise: what was measured by an older one is measured anew. */
export const measureVersion = 3;

/** Callers who came into the queue of the client department. */
export const queuedOutcomes = ['answered', 'missed', 'abandoned', 'failed'] as const satisfies CallOutcome[];

type Stay = {
  generation: number;
  employeeId: string;
  departmentId: string;
  purpose: ClaimPurpose;
  joinedAt: number;
  leftAt: number;
};

type Measured = {
  call: { arrivedAt: number; answeredAt: number | null; endedAt: number; outcome: CallOutcome };
  /** In order of time. */
  events: readonly KeptEvent[];
  stays: readonly Stay[];
};

export type CallMeasure = {
  /** From the arrival to the first answer, or to the end. */
  waitMs: number;
  answeredBy: string | null;
  /** From the first answer to the end. */
  talkMs: number;
  /** The caller heard music while the same person kept the call (hold); not while being handed over or during advice. */
  holdMs: number;
  /** The first hand-over out of the client department; `takenBy` is null when nobody there took it. */
  handOver: { departmentId: string; waitMs: number; takenBy: string | null } | null;
};

/** What an ended call adds to the reports, lengths in ms; the line's clock and ours may differ by some seconds. */
export function callMeasureOf({ call, events, stays }: Measured): CallMeasure {
  const { arrivedAt, answeredAt, endedAt } = call;
  const isAnswered = call.outcome === 'answered' && answeredAt !== null;
  const first = [...stays].sort((one, other) => one.joinedAt - other.joinedAt)[0];
  return {
    waitMs: Math.max(0, (isAnswered ? answeredAt : endedAt) - arrivedAt),
    answeredBy: isAnswered ? (first?.employeeId ?? null) : null,
    talkMs: isAnswered ? Math.max(0, endedAt - answeredAt) : 0,
    holdMs: heldMs(events, endedAt),
    handOver: handOverOf(events, stays, endedAt),
  };
}

const endsHold: ReadonlySet<string> = new Set([
  'employee.resumedCaller',
  'employee.handedOver',
  'employee.transferred',
  'employee.left',
  'consult.asked',
  'consult.dialled',
]);

const heldMs = (events: readonly KeptEvent[], endedAt: number): number =>
  holdsOf(events, endedAt).reduce((sum, { from, until }) => sum + until - from, 0);

/** When the caller heard music while the same person kept the call, epoch ms; an order the line refused is none. */
export function holdsOf(events: readonly KeptEvent[], endedAt: number): { from: number; until: number }[] {
  const holds: { from: number; until: number }[] = [];
  let since: number | null = null;
  for (const { type, at, order } of events) {
    if (type === 'employee.heldCaller') since ??= at;
    const isOver = endsHold.has(type) || (type === 'call.notChanged' && order === 'hold');
    if (!isOver || since === null) continue;
    if (type !== 'call.notChanged') holds.push(spanOf(since, Math.min(at, endedAt)));
    since = null;
  }
  if (since !== null) holds.push(spanOf(since, endedAt));
  return holds;
}

const spanOf = (from: number, until: number) => ({ from, until: Math.max(from, until) });

function handOverOf(
  events: readonly KeptEvent[],
  stays: readonly Stay[],
  endedAt: number,
): CallMeasure['handOver'] {
  const order = events.find(({ type }) => type === 'employee.handedOver');
  if (!order) return null;
  const departmentId = String(order.departmentId);
  const next = stays
    .filter(({ joinedAt, purpose }) => joinedAt >= order.at && purpose !== 'consult')
    .sort((one, other) => one.joinedAt - other.joinedAt)[0];
  const isTaken =
    next !== undefined && (next.departmentId === departmentId || next.employeeId === order.employeeId);
  return {
    departmentId,
    waitMs: Math.max(0, (next?.joinedAt ?? endedAt) - order.at),
    takenBy: isTaken ? next.employeeId : null,
  };
}
