import { describe, expect, test } from 'vitest';
import { inPairs, median, percentile, randomShares, ratios, slope, spreadOf } from './statistics';

describe('the arithmetic of the benchmarks', () => {
  test('a percentile is a measured value by nearest rank, whatever the order of the samples', () => {
    const oneToHundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(oneToHundred, 0.99)).toBe(99);
    expect(percentile(oneToHundred, 0.5)).toBe(50);
    expect(percentile(oneToHundred, 1)).toBe(100);
    expect(percentile([9, 10, 8], 0.95)).toBe(10);
    expect(percentile([7], 0.01)).toBe(7);
    expect(() => percentile([], 0.5)).toThrow('no samples');
  });

  test('a median sorts by size, not by digits', () => {
    expect(median([100, 9, 20])).toBe(20);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow('no samples');
  });

  test('one slow round moves the span and not the median', () => {
    expect(spreadOf([10, 11, 900])).toEqual({ median: 11, min: 10, max: 900 });
  });

  test('a ratio compares the two rounds of one pair', () => {
    expect(ratios([10, 40], [20, 20])).toEqual([0.5, 2]);
    expect(() => ratios([1], [1, 2])).toThrow('pair');
  });

  test('a slope is the rise per unit, and a flat line has none', () => {
    expect(slope([1, 2, 3, 4].map((x) => ({ x, y: 5 + 0.25 * x })))).toBeCloseTo(0.25);
    expect(slope([1, 2, 3].map((x) => ({ x, y: 7 })))).toBe(0);
    expect(slope([{ x: 1, y: 7 }])).toBe(0);
  });

  test('the random numbers are the same in every run and lie from 0 to below 1', () => {
    const take = (seed: number) => Array.from({ length: 1000 }, randomShares(seed));
    expect(take(1)).toEqual(take(1));
    expect(take(1)).not.toEqual(take(2));
    expect(take(1).every((share) => share >= 0 && share < 1)).toBe(true);
  });

  test('contenders take turns: A B, then B A', async () => {
    const order: string[] = [];
    const contender = (name: string) => async () => order.push(name);
    const values = await inPairs(3, [contender('A'), contender('B')]);
    expect(order.join('')).toBe('ABBAAB');
    expect(values).toEqual([
      [1, 4, 5],
      [2, 3, 6],
    ]);
  });
});
