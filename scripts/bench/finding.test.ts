import { expect, test } from 'vitest';
import { describeFinding, type Finding, tableOf } from './finding';

const ofRounds: Finding = {
  what: 'Throughput',
  unit: 'req/s',
  value: { median: 400, min: 300, max: 500 },
  baseline: { what: 'empty route', value: { median: 500, min: 450, max: 550 } },
  ratio: { median: 0.8, min: 0.66, max: 0.91 },
  goal: 'at least 0.6×',
  isMet: true,
};
const ofSamples: Finding = {
  what: 'Painted, p95 of 100 samples',
  unit: 'ms',
  value: { median: 90, min: 70, max: 260 },
  overall: 210,
  goal: 'at most 150 ms',
  isMet: false,
};

test('a figure is told with the least and the most of its rounds, its baseline and its goal', () => {
  expect(describeFinding(ofRounds)).toBe(
    'Throughput: 400 req/s (300–500)\n  empty route: 500 req/s (450–550)\n  ratio: 0.80× (0.66–0.91)\n  goal: at least 0.6×: met',
  );
});

test('a percentile of all samples is told as it is, not as the median of its rounds', () => {
  expect(describeFinding(ofSamples)).toContain('Painted, p95 of 100 samples: 210 ms (70.0–260)');
  expect(tableOf([ofRounds, ofSamples]).split('\n')).toEqual([
    '| measured | figure (least–most of its rounds) | baseline of the same run | ratio | goal |  |',
    '| --- | --- | --- | --- | --- | --- |',
    '| Throughput | 400 req/s (300–500) | empty route: 500 req/s (450–550) | 0.80× (0.66–0.91) | at least 0.6× | met |',
    '| Painted, p95 of 100 samples | 210 ms (70.0–260) | — | — | at most 150 ms | MISSED |',
  ]);
});
