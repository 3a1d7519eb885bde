import { expect, test } from 'vitest';
import { FRAME_SAMPLES } from './frame.ts';
import { mix } from './mix.ts';

const level = (sample: number) => new Int16Array(FRAME_SAMPLES).fill(sample);

test.each([
  ['nobody is silence', [], 0],
  ['one is heard as they are', [-700], -700],
  ['several are added', [100, 20, -3], 117],
  ['too loud is cut off, not turned over', [30_000, 30_000], 32_767],
  ['so is too loud below', [-30_000, -30_000], -32_768],
])('%s', (_, samples, sum) => {
  expect(new Set(mix(samples.map(level)))).toEqual(new Set([sum]));
});
