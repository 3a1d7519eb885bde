import type { RingOrder } from '@/lib/domain/employees/call-handling';

/** What decides when a person's turn comes. Times are epoch ms. */
export type Turn = {
  employeeId: string;
  /** Calls that ring at this person at the moment. */
  ringing: number;
  /** How often this very call rang at them. */
  offersOfCall: number;
  /** When any call last rang at them; null for never. */
  lastOfferedAt: number | null;
  /** Without a call since then. */
  idleSince: number;
};

/**
 * Whose turn is next when a department's people are rung one after another; null when there is nobody. Whoever is not
 * rung by another caller comes first, then whom this call has rung at least often, so that nobody is rung again before
 * the others; among these the department's order decides.
 */
export function nextInTurn(order: Exclude<RingOrder, 'allAtOnce'>, people: readonly Turn[]): string | null {
  const waitingSince = ({ lastOfferedAt, idleSince }: Turn) =>
    order === 'longestIdle' ? idleSince : (lastOfferedAt ?? 0);
  const [next] = [...people].sort(
    (one, other) =>
      one.ringing - other.ringing ||
      one.offersOfCall - other.offersOfCall ||
      waitingSince(one) - waitingSince(other) ||
      (one.employeeId < other.employeeId ? -1 : 1),
  );
  return next?.employeeId ?? null;
}
