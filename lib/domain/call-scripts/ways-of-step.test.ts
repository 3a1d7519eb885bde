import { expect, test } from 'vitest';
import { graphOf } from './graph';
import { inboundCall } from './inbound-call.script';
import { waysOfStep } from './ways-of-step';

const graph = graphOf(inboundCall);
const waysOf = (step: string) => waysOfStep(graph, graph.nodes.find(({ id }) => id === step)!);

test('IN-9: the complaint among the purposes leads where the exit of every step leads', () => {
  const complaint = waysOf('greeting').find(({ answer }) => answer?.label === 'complained');
  expect(complaint?.targets).toEqual([
    { to: 'takingComplaint', conditions: ['nothingIsWritten'], requires: [] },
  ]);
});

test('IN-5: «Другого в списке нет» leads on from the purpose step, as no numbered answer', () => {
  expect(waysOf('greeting').at(-1)).toEqual({
    key: 'event-caller.saidSomethingElse',
    answer: null,
    event: 'caller.saidSomethingElse',
    targets: [{ to: 'fillingCard', conditions: [], requires: [] }],
  });
});

test('one answer may lead several ways, by its conditions', () => {
  const [described] = waysOf('describingAppeal');
  expect(described?.targets.map(({ to }) => to)).toEqual([
    'decidingComplaintTransfer',
    'promisingCall',
    'closing',
  ]);
});

test('an ending leads nowhere', () => {
  expect(waysOf('discarded')).toEqual([]);
});
