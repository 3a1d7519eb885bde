import { expect, test } from 'vitest';
import { levelOf } from './sound-level';

const wave = (loudness: number) =>
  Float32Array.from({ length: 800 }, (_, index) => loudness * Math.sin(index / 5));

test('silence is 0, the loudest is 100, and a voice stands between', () => {
  expect(levelOf(new Float32Array(100))).toBe(0);
  expect(levelOf([])).toBe(0);
  expect(levelOf(wave(0.0005))).toBe(0);
  expect(levelOf([1, -1, 1, -1])).toBe(100);
  const voice = levelOf(wave(0.1));
  expect(voice).toBeGreaterThan(50);
  expect(voice).toBeLessThan(70);
});
