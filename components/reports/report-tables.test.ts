import { describe, expect, test } from 'vitest';
import { heatCells, heatStep } from './heat-cells';
import { layOutWays } from './lay-out-ways';
import { pairWithBefore } from './pair-with-before';
import { rowsHref } from './report-link';
import { sumUpHours, totalOf } from './sum-up-hours';

const hour = (day: string, at: number, queued: number, answered: number) => ({
  day,
  hour: at,
  queued,
  answered,
  inTime: 0,
  lostLate: 0,
  lostShort: 0,
  answeredWaitMs: 0,
  closedHours: 0,
  blocked: 0,
  holdMs: 0,
});

describe('calls of a period', () => {
  const hours = [hour('2026-11-02', 9, 3, 2), hour('2026-11-02', 11, 1, 1), hour('2026-11-04', 9, 5, 0)];

  test('are summed up by day, days without a call between them included', () => {
    const rows = sumUpHours(hours, { from: '2026-11-01', until: '2026-11-30' });
    expect(rows.map(({ day, queued }) => [day, queued])).toEqual([
      ['2026-11-02', 4],
      ['2026-11-03', 0],
      ['2026-11-04', 5],
    ]);
    expect(totalOf(hours)).toMatchObject({ queued: 9, answered: 3 });
  });

  test('are summed up by hour for a single day', () => {
    const rows = sumUpHours(hours.slice(0, 2), { from: '2026-11-02', until: '2026-11-02' });
    expect(rows.map(({ hour: at, queued }) => [at, queued])).toEqual([
      [9, 3],
      [10, 0],
      [11, 1],
    ]);
  });

  test('stand in the heat map by weekday and hour, from Monday on', () => {
    expect(heatCells(hours, 'queued')).toMatchObject({ first: 9, last: 11, most: 5 });
    expect(heatCells(hours, 'lost').cells).toEqual(
      new Map([
        ['1 9', 1 / 3],
        ['1 11', 0],
        ['3 9', 1],
      ]),
    );
    expect([0, 1, 5, 10].map((value) => heatStep(value, 10))).toEqual([0, 1, 2, 4]);
  });
});

describe('a period beside the one before it', () => {
  const row = (name: string, calls: number) => ({ name, calls });
  const keyOf = ({ name }: { name: string }) => name;

  test('shows each row with what it was, also those who did nothing in one of the two', () => {
    expect(pairWithBefore([row('a', 3), row('b', 1)], [row('c', 4), row('a', 2)], keyOf)).toEqual([
      { now: row('a', 3), was: row('a', 2) },
      { now: row('b', 1), was: row('b', 0) },
      { now: row('c', 0), was: row('c', 4) },
    ]);
  });

  test('shows nothing beside when nothing is compared', () => {
    expect(pairWithBefore([row('a', 3)], null, keyOf)).toEqual([{ now: row('a', 3), was: null }]);
  });
});

describe('the rows behind a figure', () => {
  test('are asked for with the part of the calls that the figure is of', () => {
    const address = { period: { from: '2026-11-01', until: '2026-11-30' }, departmentId: 'sales' };
    const href = rowsHref(address, 'calls', 'lost', { day: '2026-11-02', part: { hour: 9 } });
    expect(Object.fromEntries(new URLSearchParams(href.split('?')[1]))).toEqual({
      list: 'calls',
      figure: 'lost',
      period: 'own',
      from: '2026-11-02',
      until: '2026-11-02',
      department: 'sales',
      hour: '9',
    });
  });
});

describe('the diagram of ways', () => {
  const ways = [
    { stops: ['line', 'commercial', 'sales'], calls: 6 },
    { stops: ['line', 'support', 'support'], calls: 3 },
    { stops: ['line', 'complaint', 'none'], calls: 1 },
  ];
  const frame = { height: 100, gap: 5, leastHeight: 1 };

  test('gives each stop its share of the height, and each band as many calls as went it', () => {
    const { nodes, bands } = layOutWays(ways, { most: 8, other: 'other' }, frame);
    expect(nodes.find(({ id }) => id === '0 line')).toMatchObject({ calls: 10, top: 0, height: 100 });
    expect(nodes.find(({ id }) => id === '1 commercial')).toMatchObject({ calls: 6, top: 0, height: 54 });
    expect(bands.map(({ calls }) => calls).sort()).toEqual([1, 1, 3, 3, 6, 6]);
  });

  test('puts rare stops together, and loses no call', () => {
    const { nodes } = layOutWays(ways, { most: 1, other: 'other' }, frame);
    const second = nodes.filter(({ column }) => column === 1);
    expect(second.map(({ name, calls }) => [name, calls])).toEqual([
      ['commercial', 6],
      ['other', 4],
    ]);
  });
});
