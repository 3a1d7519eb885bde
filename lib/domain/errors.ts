/** What the caller of an operation is told when it cannot be done. The edge maps `code` to a status once. */
export type ErrorCode =
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'invalid'
  | 'conflict'
  | 'alreadyClaimed'
  | 'staleStep'
  | 'notPossibleNow'
  | 'idempotencyKeyMissing'
  | 'idempotencyKeyReused'
  | 'throttled'
  | 'tooLarge'
  | 'lineUnavailable';

/** What is wrong, by field: the end of a message key. */
export type FieldErrors = Record<string, string>;

/** Plain JSON for the screen; `reason` names which of several refusals of one code it is. */
export type RefusalDetails = { reason?: string; [name: string]: unknown };

/**
 * A refusal that an operation gives on purpose. `fields` names the wrong fields by path, each with a message key;
 * `details` says the rest (the current step, the winner's name).
 */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: FieldErrors = {},
    readonly details: RefusalDetails = {},
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

export const forbidden = (message = 'not allowed for this person') => new Refusal('forbidden', message);
/** `noun`: of what kind it is, for the log; a screen has words of its own. */
export const notFound = (noun: string) => new Refusal('notFound', `${noun} not found`);
export const invalid = (fields: FieldErrors, message = 'some fields are wrong') =>
  new Refusal('invalid', message, fields);
