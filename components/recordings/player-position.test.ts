import { describe, expect, test } from 'vitest';
import { drawnPeaks, heardAt, positionAt, soundProblemOf, withinRecording } from './player-position';

const recording = { recordedAt: 1_000_000, durationSeconds: 60 };

describe('a place in a recording', () => {
  test('is never outside it', () => {
    expect(withinRecording(-15, 60)).toBe(0);
    expect(withinRecording(75, 60)).toBe(60);
    expect(withinRecording(12.5, 60)).toBe(12.5);
  });

  test('of a step is as long after the beginning as the step began after it', () => {
    expect(positionAt(1_012_500, recording)).toBe(12.5);
    expect(positionAt(1_000_000, recording)).toBe(0);
    expect(positionAt(1_060_000, recording)).toBe(60);
  });

  test('is none for a step before or after it, but for the second the beginning is told to', () => {
    expect(positionAt(999_500, recording)).toBe(0);
    expect(positionAt(998_000, recording)).toBeNull();
    expect(positionAt(1_062_000, recording)).toBeNull();
  });

  test('is looked for in each recording of the call', () => {
    const second = { recordedAt: 2_000_000, durationSeconds: 10 };
    expect(heardAt(2_003_000, [recording, second])).toEqual({ recording: second, seconds: 3 });
    expect(heardAt(1_500_000, [recording, second])).toBeNull();
  });
});

test.each([
  [404, undefined, 'noRight'],
  [403, undefined, 'noRight'],
  [409, 'notReady', 'notReady'],
  [409, 'deleted', 'deleted'],
  [409, 'gone', 'gone'],
  [409, 'somethingNew', 'unreachable'],
  [503, undefined, 'unreachable'],
  [206, undefined, 'unreachable'],
])('an answer %i with the reason %s means %s', (status, reason, problem) => {
  expect(soundProblemOf(status, reason)).toBe(problem);
});

test('what is drawn of a piece is its louder half wave, 0 to 1', () => {
  expect(
    drawnPeaks([
      [-64, 32, 0, 127],
      [0, 0],
    ]),
  ).toEqual([[0.5, 127 / 128], [0]]);
});
