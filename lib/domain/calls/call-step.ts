import type { CallContext } from './call-context';
import type { CallEffect } from './call-effect';
import type { CallEvent } from './call-event';

/** What a guard judges and a step goes by. */
export type Carried = { context: CallContext; event: CallEvent };

/** What one action of the chart does: what is learnt, and what follows from it. */
export type Step = { learnt?: Partial<CallContext>; effects?: CallEffect[] };

export type Guards = Record<string, (carried: Carried) => boolean>;
export type Steps = Record<string, (carried: Carried) => Step>;

/** Who is on the line after a hand-over: who gives the caller away again gets them back first. */
export const takerOf = ({ claim, isHandedOver, offered }: CallContext): CallContext['transferredBy'] =>
  isHandedOver && claim ? { employeeId: claim.employeeId, departmentId: offered.departmentId } : null;

export const endLease: CallEffect[] = [{ type: 'withdrawDeadlines', kinds: ['claim'] }];

export const unheld = { isHeld: false, heldSince: null };

/** The time to write down what was said, when the department grants one; nothing for nobody. */
export function afterCallOf(carried: Carried, employeeId: string | null): CallEffect[] {
  const { afterCallSeconds = 0 } = carried.context.times;
  if (employeeId === null || afterCallSeconds === 0) return [];
  return [{ type: 'beginAfterCall', employeeId, until: nowOf(carried) + msOf(afterCallSeconds) }];
}

export const msOf = (seconds: number) => seconds * 1000;

/** Epoch ms; what has no time of its own happens as the call arrives. */
export const nowOf = ({ context, event }: Carried) => ('now' in event ? event.now : context.arrivedAt);

/** A colleague who was asked for advice is in the room. */
export const hasColleague = ({ consult }: CallContext) => consult !== null && consult.joinedAt !== null;
