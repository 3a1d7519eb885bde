import { expect, test } from 'vitest';
import { heldIn, marksOfCall } from './recording-marks';

const recording = { recordedAt: 1_000_000, durationSeconds: 60 };

test('a hold is marked as far as the recording holds it, and not at all before or after it', () => {
  expect(heldIn({ from: 1_010_000, until: 1_020_000 }, recording)).toEqual({ seconds: 10, untilSeconds: 20 });
  expect(heldIn({ from: 990_000, until: 1_005_000 }, recording)).toEqual({ seconds: 0, untilSeconds: 5 });
  expect(heldIn({ from: 1_050_000, until: 1_090_000 }, recording)).toEqual({ seconds: 50, untilSeconds: 60 });
  expect(heldIn({ from: 980_000, until: 990_000 }, recording)).toBeNull();
});

test('a step is marked where it began, unless that was not recorded', () => {
  const steps = [
    { at: 1_007_000, title: 'Приветствие' },
    { at: 1_200_000, title: 'Прощание' },
  ];
  expect(marksOfCall(recording, { steps, holds: [] })).toEqual([
    { kind: 'step', seconds: 7, title: 'Приветствие' },
  ]);
});
