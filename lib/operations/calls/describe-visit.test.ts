import { expect, test } from 'vitest';
import type { CallScriptRun } from '@/db/call-scripts';
import { visitsOf } from '@/lib/domain/call-scripts/visits';
import type { Directory } from '@/lib/operations/reactions/directory';
import { describeVisit } from './describe-visit';

test('words that came too late to be taken are read in the review (IN-6)', () => {
  const event = {
    type: 'manager.filledIn',
    patch: { card: { city: 'Томск' }, note: 'просил перезвонить в пять' },
  };
  const [visit] = visitsOf('returned', 0, [
    {
      at: 1_000,
      employeeId: null,
      step: 'returned',
      nextStep: 'returned',
      event,
      refused: { reason: 'notPossibleNow' },
    },
  ]);
  const run = { scriptId: 'inbound-call', machineVersion: 1 } as unknown as CallScriptRun;
  const names = { employee: () => null } as unknown as Directory;
  expect(describeVisit(run, visit!, names).refused).toMatchObject([
    {
      type: 'manager.filledIn',
      reason: 'notPossibleNow',
      filled: [
        { field: 'city', value: 'Томск' },
        { field: 'note', value: 'просил перезвонить в пять' },
      ],
    },
  ]);
});
