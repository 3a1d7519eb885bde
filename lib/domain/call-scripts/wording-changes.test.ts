import { describe, expect, test } from 'vitest';
import { trimmedWording, wordingChanges } from './wording-changes';

const hello = { ru: 'Здравствуйте!', en: 'Hello!' };
const bye = { ru: 'До свидания!', en: 'Goodbye!' };

describe('what changed between two versions of the words', () => {
  test('nothing, when every step says the same in both languages', () => {
    expect(wordingChanges({ hello, bye }, { bye: { ...bye }, hello: { ...hello } })).toEqual([]);
  });

  test('a step whose gloss alone is different has changed', () => {
    const corrected = { ...bye, en: 'Bye!' };
    expect(wordingChanges({ hello, bye }, { hello, bye: corrected })).toEqual([
      { key: 'bye', before: bye, after: corrected },
    ]);
  });

  test('a step that came and one that went are named', () => {
    expect(wordingChanges({ hello }, { bye })).toEqual([
      { key: 'bye', before: null, after: bye },
      { key: 'hello', before: hello, after: null },
    ]);
  });

  test('blanks at the ends are no change once they are trimmed', () => {
    expect(wordingChanges({ bye }, trimmedWording({ bye: { ru: ` ${bye.ru}\n`, en: bye.en } }))).toEqual([]);
  });
});
