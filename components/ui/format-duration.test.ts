import { describe, expect, it } from 'vitest';
import { formatDuration } from './format-duration';

describe('a length of time', () => {
  it.each([
    [0, '0:00'],
    [6, '0:06'],
    [192, '3:12'],
    [3_725, '1:02:05'],
    [59.9, '0:59'],
    [-80, '−1:20'],
    [-0.4, '0:00'],
  ])('%d seconds reads %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
