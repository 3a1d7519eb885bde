import { expect, test } from 'vitest';
import { createScrubber, noNeedles } from '@/lib/domain/personal-data/needles';
import { fates } from './fates';

test('CO-1: whose client an erased card was stays known, as pay is reckoned by it', () => {
  const erased = {
    scrub: createScrubber(noNeedles()),
    tombstone: { name: '', sortKey: '', nameNorm: '', at: 0 },
  };
  const fields = { assignedTo: { from: 'anna', to: 'boris' }, name: { from: 'Мак', to: 'Роза' } };
  const fate = fates.changes;
  expect(typeof fate === 'function' && fate({ fields, reason: null }, erased)).toMatchObject({
    fields: { assignedTo: fields.assignedTo, name: { from: null, to: null } },
  });
});
