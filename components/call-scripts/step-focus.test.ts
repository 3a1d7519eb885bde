import { describe, expect, test } from 'vitest';
import { focusAfter, hasCallerJustLeft } from './step-focus';

const asking = { stepName: 'fillingCard', isUnfinished: false, isFilling: true };
const left = { ...asking, isUnfinished: true };
const told = { stepName: 'greeting', isUnfinished: false, isFilling: false };

describe('the focus follows the conversation', () => {
  test('to the first empty field of a step that is filled in, to the heading of another', () => {
    expect(focusAfter(told, asking, false)).toBe('firstEmpty');
    expect(focusAfter(asking, told, false)).toBe('heading');
    expect(focusAfter(null, told, false)).toBe('heading');
  });

  test('to what is still missing when the caller hangs up', () => {
    expect(focusAfter(asking, left, false)).toBe('firstEmpty');
    expect(hasCallerJustLeft(asking, left)).toBe(true);
  });

  test('never away from a field that is being typed in (IN-6)', () => {
    expect(focusAfter(asking, left, true)).toBeNull();
    expect(focusAfter(told, asking, true)).toBeNull();
  });

  test('nowhere while nothing happens, and a hang-up that is known is no news', () => {
    expect(focusAfter(asking, asking, false)).toBeNull();
    expect(focusAfter(left, left, false)).toBeNull();
    expect(hasCallerJustLeft(null, left)).toBe(false);
  });
});
