import { describe, expect, test } from 'vitest';
import { callWordsSchema, defaultCallWords, readCallWords } from './call-words';
import { lineOpeningSchema } from './line-opening';
import { spokenTextMax } from './spoken-text';

describe('words that callers hear', () => {
  test('are as long as they may be, hold no control character and are not empty', () => {
    const words = { ...defaultCallWords, apology: ' Простите\u0000,\r\nмы заняты\u0007.\uD800 ' };
    expect(callWordsSchema.parse(words).apology).toBe('Простите , мы заняты .');
    const problems = (apology: string) =>
      callWordsSchema.safeParse({ ...words, apology }).error?.issues.map(({ message }) => message);
    expect(problems('\u0000 \n')).toEqual(['required']);
    expect(problems('а'.repeat(spokenTextMax + 1))).toEqual(['tooLong']);
    expect(problems('а'.repeat(spokenTextMax))).toBeUndefined();
  });

  test('are the usual ones where none are kept or they cannot be read', () => {
    expect(readCallWords(undefined)).toEqual(defaultCallWords);
    expect(readCallWords({ apology: '' })).toEqual(defaultCallWords);
    expect(readCallWords({ apology: 'Перезвоним.' })).toEqual({
      ...defaultCallWords,
      apology: 'Перезвоним.',
    });
  });

  test('of one line may be left out', () => {
    expect(lineOpeningSchema.parse({ hours: null, closedGreeting: '\n' })).toEqual({
      hours: null,
      closedGreeting: '',
    });
  });
});
