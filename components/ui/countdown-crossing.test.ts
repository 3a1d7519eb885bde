import { describe, expect, it } from 'vitest';
import { crossingBetween } from './countdown-crossing';

describe('what is said aloud of a countdown', () => {
  it('only its half, its last ten seconds and its end', () => {
    const minute = 60_000;
    const said = Array.from({ length: 65 }, (_, second) =>
      crossingBetween(minute - second * 1_000, minute - (second + 1) * 1_000, minute),
    );
    expect(said.filter(Boolean)).toEqual(['half', 'tenSeconds', 'zero']);
    expect(said.indexOf('half')).toBe(29);
  });

  it('of a tab that slept through several marks, the last one', () => {
    expect(crossingBetween(50_000, -3_000, 60_000)).toBe('zero');
  });

  it('of one whose length is not known, no half', () => {
    expect(crossingBetween(31_000, 29_000, null)).toBeNull();
  });

  it('nothing while nothing was passed', () => {
    expect(crossingBetween(-1_000, -2_000, 60_000)).toBeNull();
  });
});
