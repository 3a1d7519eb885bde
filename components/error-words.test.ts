import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MESSAGES } from '@/lib/i18n/messages';
import { errorKey, fieldErrorKey } from './error-words';

const isKnown = (key: string) =>
  typeof key
    .split('.')
    .reduce<unknown>((tree, part) => (tree as Record<string, unknown> | undefined)?.[part], MESSAGES.ru) ===
  'string';

const said = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error!.issues[0]!.message;

describe('the words for a wrong field', () => {
  it.each([
    ['nothing given', said(z.string(), undefined), 'required'],
    ['an empty line', said(z.string().min(1), ''), 'required'],
    ['a short line', said(z.string().min(3), 'ab'), 'tooShort'],
    ['a long line', said(z.string().max(3), 'abcd'), 'tooLong'],
    ['no e-mail address', said(z.email(), 'x'), 'notAnEmail'],
    ['no number', said(z.number(), 'x'), 'notANumber'],
    ['a small number', said(z.number().min(1), 0), 'tooSmall'],
    ['none of the choices', said(z.enum(['a', 'b']), 'c'), 'notAChoice'],
    ['a key of ours', 'alreadyUsed', 'alreadyUsed'],
    ['something unheard of', 'Sentences are no keys.', 'invalid'],
  ])('%s', (_, message, key) => {
    expect(fieldErrorKey(message, isKnown)).toBe(`errors.fields.${key}`);
  });
});

describe('the words for a refusal', () => {
  it('exist for its code, or admit an internal error', () => {
    expect(errorKey('staleStep', isKnown)).toBe('errors.staleStep');
    expect(errorKey('fields', isKnown)).toBe('errors.internal');
    expect(errorKey('neverHeardOf', isKnown)).toBe('errors.internal');
  });
});
