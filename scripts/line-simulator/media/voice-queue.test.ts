import { expect, test } from 'vitest';
import { FRAME_SAMPLES } from './frame.ts';
import { createVoiceQueue } from './voice-queue.ts';

const frame = (sample: number) => new Int16Array(FRAME_SAMPLES).fill(sample);

test('sound comes out as it went in, once there is a little of it', () => {
  const queue = createVoiceQueue();
  queue.push(frame(1));
  expect(queue.take()[0]).toBe(0);
  queue.push(frame(2));
  expect([queue.take()[0], queue.take()[0], queue.take()[0]]).toEqual([1, 2, 0]);
});

test('packets of another size are cut anew', () => {
  const queue = createVoiceQueue();
  queue.push(Int16Array.from({ length: 2.5 * FRAME_SAMPLES }, (_, index) => index));
  expect([queue.take()[0], queue.take()[0]]).toEqual([0, FRAME_SAMPLES]);
  expect(new Set(queue.take())).toEqual(new Set([0]));
});

test('of what comes too early the oldest is left out', () => {
  const queue = createVoiceQueue();
  for (let sample = 1; sample <= 20; sample++) queue.push(frame(sample));
  expect(queue.take()[0]).toBe(13);
  queue.push(new Int16Array(100 * FRAME_SAMPLES).fill(7));
  expect(queue.take()[0]).toBe(7);
});
