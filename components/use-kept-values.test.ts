import { expect, test } from 'vitest';
import { changedByBoth } from './own-changes';
import { keptBase, restoredValues } from './use-kept-values';

const begun = { name: 'Бийск', region: 'Алтай' };

test('what was typed is found again, beside what others saved meanwhile', () => {
  const kept = { base: begun, form: { ...begun, name: 'Бийск-2' } };
  expect(restoredValues(kept, { ...begun, region: 'Алтайский край' })).toEqual({
    name: 'Бийск-2',
    region: 'Алтайский край',
  });
});

test('nothing is restored when nothing was kept, or others saved the same', () => {
  expect(restoredValues(null, begun)).toBeNull();
  const kept = { base: begun, form: { ...begun, name: 'Бийск-2' } };
  expect(restoredValues(kept, { ...begun, name: 'Бийск-2' })).toBeNull();
});

test('a field left undecided between both is asked about again by whoever finds the form again', () => {
  const newest = { name: 'Бийск-1', region: 'Алтайский край' };
  const form = { name: 'Бийск-2', region: 'Алтайский край' };
  const kept = { base: keptBase(newest, { name: 'Бийск' }), form };
  expect(restoredValues(kept, newest)).toEqual(form);
  expect(changedByBoth(newest, kept)).toEqual(['name']);
  expect(changedByBoth(newest, { base: keptBase(newest, {}), form })).toEqual([]);
});
