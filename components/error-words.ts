const CODES_OF_ZOD: ReadonlyArray<[pattern: RegExp, key: string]> = [
  [/received (undefined|null)|expected string to have >=1 char/i, 'required'],
  [/email/i, 'notAnEmail'],
  [/^invalid input: expected (number|int)/i, 'notANumber'],
  [/^too small: expected string/i, 'tooShort'],
  [/^too big: expected string/i, 'tooLong'],
  [/^too small/i, 'tooSmall'],
  [/^too big/i, 'tooBig'],
  [/^invalid option/i, 'notAChoice'],
];

/**
 * The key of the words for a wrong field. `message` is a message key of ours (`alreadyUsed`, `employees.errors.x`)
 * or what zod said by itself; `isKnown` tells whether a key has words. Falls back to «check this value».
 */
export function fieldErrorKey(message: string, isKnown: (key: string) => boolean): string {
  const own = [`errors.fields.${message}`, message].find((key) => /^[\w.]+$/.test(message) && isKnown(key));
  if (own) return own;
  const zod = CODES_OF_ZOD.find(([pattern]) => pattern.test(message));
  return `errors.fields.${zod ? zod[1] : 'invalid'}`;
}

/** The key of the words for an error code of the API. */
export function errorKey(code: string, isKnown: (key: string) => boolean): string {
  const key = `errors.${code}`;
  return isKnown(key) ? key : 'errors.internal';
}
