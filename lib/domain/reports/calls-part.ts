import { type CallOutcome, callOutcomes } from '@/lib/domain/calls/call';
import type { CallRoute } from '@/lib/domain/calls/route';
import { addDays, weekdayOf } from '@/lib/domain/deadlines/time-zone';
import type { Period } from './period';

/** In the place of a route or a department: calls that have none. */
export const none = 'none';

export const callEnds = [...callOutcomes, 'taken', 'notTaken'] as const;
/** How a way through the house ended: of a call handed over, whether somebody there took it; of another, its outcome. */
export type CallEnd = (typeof callEnds)[number];

/** A part of a report's calls, as one cell or band of it shows them. */
export type CallsPart = {
  /** Monday is 1. */
  weekday?: number;
  hour?: number;
  route?: CallRoute | typeof none;
  /** To which department first. */
  handedOverTo?: string;
  end?: CallEnd;
  /** At which a conversation was broken off, or which was left again; of no other figure. */
  step?: string;
};

export const callsPartKeys = ['weekday', 'hour', 'route', 'handedOverTo', 'end', 'step'] as const;

/** The end of the way that a call took. */
export const callEndOf = (way: { department: unknown; isTaken: boolean; outcome: CallOutcome }): CallEnd =>
  way.department === null ? way.outcome : way.isTaken ? 'taken' : 'notTaken';

/** The days of the period that are that weekday. */
export function daysOfWeekday({ from, until }: Period, weekday: number): string[] {
  const days: string[] = [];
  const first = addDays(from, (weekday - weekdayOf(from) + 7) % 7);
  for (let day = first; day <= until; day = addDays(day, 7)) days.push(day);
  return days;
}
