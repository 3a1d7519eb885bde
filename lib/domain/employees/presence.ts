import type { PhoneKind } from './phone-kind';

export const chosenPresences = [
  'offline',
  'available',
  'break',
  'lunch',
  'meeting',
  'training',
  'absent',
] as const;
/** What a person says of themselves. */
export type ChosenPresence = (typeof chosenPresences)[number];

export const derivedPresences = ['idle', 'ringing', 'talking', 'held', 'afterCall', 'unreachable'] as const;
/** What the system knows of a person; `unreachable` beats everything else. */
export type DerivedPresence = (typeof derivedPresences)[number];

/**
 * Why no call can ring at a person: no console is open, an open one fell silent, or the telephone in their browser was not
 * switched on or has no line.
 */
export const unreachableReasons = ['noConsole', 'frozen', 'shiftNotStarted', 'noLine'] as const;
export type UnreachableReason = (typeof unreachableReasons)[number];

/** What a console says of the telephone in its tab with each heartbeat. `off`: no shift, or it is in another tab. */
export const browserPhones = ['off', 'noLine', 'ready'] as const;
export type BrowserPhone = (typeof browserPhones)[number];

/** What was heard of a person's open consoles: the newest heartbeat, and the best telephone among them. */
export type Heard = { lastSeenAt: number; browserPhone: BrowserPhone };

/** A live connection counts for this long after its last heartbeat. */
export const connectionLostAfterMs = 25_000;
export const heartbeatEveryMs = 10_000;

/** What one press adds to the time after a call. */
export const afterCallExtensionMs = 60_000;

/** How long somebody who chose to be available may be out of reach before their head is told. */
export const outOfReachAfterMs = 60_000;

/** Whether a head is told by `now` (epoch ms) of a person whom no call has reached since `outOfReachSince`. */
export function isOutOfReach({ outOfReachSince }: { outOfReachSince: number | null }, now: number): boolean {
  return outOfReachSince !== null && now - outOfReachSince >= outOfReachAfterMs;
}

/** Whether a heartbeat of `lastSeenAt` (epoch ms) still counts. */
export function isReachable(lastSeenAt: number | null, now: number): boolean {
  return lastSeenAt !== null && now - lastSeenAt < connectionLostAfterMs;
}

/** Why no call can ring at a person; null when one can. `frozenAt`: their console fell silent and has not come back. */
export function whyUnreachable(person: {
  heard: Heard | null;
  phoneKind: PhoneKind;
  frozenAt: number | null;
  now: number;
}): UnreachableReason | null {
  const { heard, phoneKind, frozenAt, now } = person;
  if (!heard || !isReachable(heard.lastSeenAt, now)) return frozenAt === null ? 'noConsole' : 'frozen';
  if (phoneKind !== 'browser' || heard.browserPhone === 'ready') return null;
  return heard.browserPhone === 'off' ? 'shiftNotStarted' : 'noLine';
}

/**
 * Whether a call may ring at a person at `now` (epoch ms): they chose to be available, can be reached, are on no call and
 * have none to finish. Another call that rings at them changes nothing: they take one of them.
 * `wasOnLine`: it is the caller their line broke off from, whom they get back in whatever state (S8).
 */
export function mayBeRung(
  person: {
    chosen: ChosenPresence | null;
    hasPhone: boolean;
    isReachable: boolean;
    isOnCall: boolean;
    afterCallUntil: number | null;
  },
  now: number,
  { wasOnLine = false } = {},
): boolean {
  if (!person.hasPhone || !person.isReachable || person.isOnCall) return false;
  return wasOnLine || (person.chosen === 'available' && (person.afterCallUntil ?? 0) <= now);
}

/** CS-9: absent by their own word or their head's, and not yet past the day they are expected back. */
export function isAbsent(
  presence: { chosen: ChosenPresence; absentUntil: number | null } | null | undefined,
  now: number,
): boolean {
  if (presence?.chosen !== 'absent') return false;
  return presence.absentUntil === null || now < presence.absentUntil;
}

/** What a person said of themselves, as it holds at `now`: an absence that is over leaves them offline. */
export function chosenAt(
  presence: { chosen: ChosenPresence; absentUntil: number | null } | null | undefined,
  now: number,
): ChosenPresence {
  if (!presence) return 'offline';
  return presence.chosen === 'absent' && !isAbsent(presence, now) ? 'offline' : presence.chosen;
}

/** What the system knows of a person, the strongest first. */
export function derivePresence(person: {
  unreachable: UnreachableReason | null;
  isTalking: boolean;
  /** The caller they talk to hears music. */
  isHolding: boolean;
  isRinging: boolean;
  afterCallUntil: number | null;
  now: number;
}): DerivedPresence {
  const { unreachable } = person;
  if (unreachable === 'noConsole' || unreachable === 'frozen') return 'unreachable';
  // Who is on the line has a telephone, whatever their console says of it.
  if (person.isTalking) return person.isHolding ? 'held' : 'talking';
  if (unreachable) return 'unreachable';
  if (person.isRinging) return 'ringing';
  if (person.afterCallUntil !== null && person.now < person.afterCallUntil) return 'afterCall';
  return 'idle';
}
