import { expect, test } from 'vitest';
import { microphoneProblemOf, phoneProblemOf, phoneWarningOf } from './phone-problem';

test.each([
  [31_401, 'microphoneDenied'],
  [31_402, 'microphoneMissing'],
  [20_101, 'tokenRefused'],
  [20_151, 'tokenRefused'],
  [20_104, 'tokenExpired'],
  [31_205, 'tokenExpired'],
  [53_000, 'noLine'],
  [31_005, 'noLine'],
  [53_405, 'noSound'],
  [31_603, 'callRefused'],
  [12_345, 'unknown'],
])('%i means %s', (code, problem) => {
  expect(phoneProblemOf(code)).toBe(problem);
});

test('a microphone is refused, or is not there', () => {
  expect(microphoneProblemOf('NotAllowedError')).toBe('microphoneDenied');
  expect(microphoneProblemOf('NotReadableError')).toBe('microphoneMissing');
  expect(microphoneProblemOf('')).toBe('microphoneMissing');
});

test('only warnings a person can act on or should know of are told', () => {
  expect(phoneWarningOf('low-mos')).toBe('network');
  expect(phoneWarningOf('constant-audio-input-level')).toBe('silentMicrophone');
  expect(phoneWarningOf('constant-audio-output-level')).toBeNull();
});
