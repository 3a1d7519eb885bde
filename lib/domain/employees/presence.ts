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

export const derivedPresences = ['idle', 'ringing', 'talking', 'afterCall', 'unreachable'] as const;
/** What the system knows of a person; `unreachable` beats everything else. */
export type DerivedPresence = (typeof derivedPresences)[number];

/** A live connection counts for this long after its last heartbeat. */
export const connectionLostAfterMs = 25_000;
export const heartbeatEveryMs = 10_000;

/** What one press adds to the time after a call. */
export const afterCallExtensionMs = 60_000;

/** Offers go to people who chose to be available and whose console is open and alive. */
export function isAvailable(person: {
  chosen: ChosenPresence;
  lastSeenAt: number | null;
  isBusy: boolean;
  now: number;
}): boolean {
  return person.chosen === 'available' && isReachable(person.lastSeenAt, person.now) && !person.isBusy;
}

export function isReachable(lastSeenAt: number | null, now: number): boolean {
  return lastSeenAt !== null && now - lastSeenAt < connectionLostAfterMs;
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
  lastSeenAt: number | null;
  isTalking: boolean;
  isRinging: boolean;
  afterCallUntil: number | null;
  now: number;
}): DerivedPresence {
  if (!isReachable(person.lastSeenAt, person.now)) return 'unreachable';
  if (person.isTalking) return 'talking';
  if (person.isRinging) return 'ringing';
  if (person.afterCallUntil !== null && person.now < person.afterCallUntil) return 'afterCall';
  return 'idle';
}
