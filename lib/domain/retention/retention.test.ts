import { expect, test } from 'vitest';
import { dayMs } from '@/lib/domain/duration';
import { sentAgainForMs } from './repeated-requests';
import { daysSchemaOf, readRetention, retentionRanges } from './retention';

test('a request is known for longer than it may be sent again, whatever is set', () => {
  const { min } = retentionRanges.requests;
  expect(min * dayMs).toBeGreaterThan(sentAgainForMs);
  expect(daysSchemaOf('requests').safeParse(min - 1).success).toBe(false);
  expect(readRetention({ requests: 1 }).requests).toBe(min);
});
