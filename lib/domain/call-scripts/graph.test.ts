import { describe, expect, test } from 'vitest';
import en from '@/lib/i18n/messages/en/callScripts.json';
import ru from '@/lib/i18n/messages/ru/callScripts.json';
import { callScripts } from './catalog';
import { endings } from './effects';
import { graphOf } from './graph';
import { inboundCall } from './inbound-call.script';

const graph = graphOf(inboundCall);
const edgesFrom = (from: string) => graph.edges.filter((edge) => edge.from === from);

test('IN-1: the drawing begins with the greeting and its eight purposes', () => {
  expect(graph.nodes.filter(({ isFirst }) => isFirst).map(({ id }) => id)).toEqual(['greeting']);
  expect(graph.nodes[0]?.answers).toHaveLength(8);
});

test('every ending is drawn as one', () => {
  expect(graph.nodes.filter(({ isEnding }) => isEnding).map(({ id }) => id)).toEqual([...endings]);
});

test('IN-4: both ways on from the search are drawn with their answers', () => {
  const drawn = edgesFrom('findingCard').map(({ to, answers, conditions }) => [
    to,
    answers.map(({ label }) => label),
    conditions,
  ]);
  expect(drawn).toEqual([
    ['warningOfProspect', [], ['isProspect']],
    ['warningOfProspect', ['foundCard'], ['hasPickedProspect']],
    ['describingAppeal', ['foundCard'], []],
    ['fillingCard', ['foundNoCard'], []],
  ]);
});

test('IN-9: the complaint exit is drawn once for all steps', () => {
  expect(graph.everywhere).toContainEqual({
    event: 'caller.complained',
    to: 'takingComplaint',
    conditions: ['nothingIsWritten'],
    requires: [],
  });
});

describe.each(callScripts)('the drawing of $id', (script) => {
  const { nodes, edges, everywhere } = graphOf(script);

  test('has an edge for every way, each with an identity of its own and both its ends drawn', () => {
    const ids = nodes.map(({ id }) => id);
    expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
    expect(edges.filter(({ from, to }) => !ids.includes(from) || !ids.includes(to))).toEqual([]);
  });

  test.each([ru, en])('names every condition', (messages) => {
    for (const { conditions } of [...edges, ...everywhere]) {
      for (const condition of conditions) expect(messages.conditions).toHaveProperty(condition);
    }
  });
});
