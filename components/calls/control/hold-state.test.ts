import { expect, test } from 'vitest';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { holdStateOf } from './hold-state';

const trouble = (
  type: string,
  state: MyCall['troubles'][number]['state'] = 'pending',
): MyCall['troubles'][number] => ({ id: 1, type, state, attempts: 2, problem: '20500', createdAt: 0 });

test.each([
  [null, [], 'none'],
  [5, [], 'held'],
  [5, [trouble('hold')], 'holding'],
  [5, [trouble('hold', 'started')], 'holding'],
  [null, [trouble('unhold')], 'resuming'],
  [5, [trouble('mute')], 'held'],
  [null, [trouble('hold', 'failed')], 'none'],
  [5, [trouble('unhold', 'failed')], 'held'],
] as const)('held since %s with %j is %s', (heldSince, troubles, state) => {
  expect(holdStateOf({ heldSince, troubles: [...troubles] })).toBe(state);
});
