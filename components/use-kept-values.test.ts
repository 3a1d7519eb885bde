import { expect, test } from 'vitest';
import { restoredValues } from './use-kept-values';

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
