import { describe, expect, test } from 'vitest';
import { dialects } from '@/db/testing';
import { openLine } from '@/tests/call-driver';

const races = 1000;

describe.each(dialects)('two people and one ringing call on %s', (dialect) => {
  test(`${races} races have ${races} single owners (I5)`, { timeout: 240_000 }, async () => {
    const line = await openLine(dialect);
    const { q, t } = line.store.read;
    await line.available('anna', 'boris');
    const winners = new Map<string, string>();
    for (let race = 0; race < races; race += 1) {
      const call = await line.callerCalls({ from: 'anonymous' });
      const order = race % 2 === 0 ? (['anna', 'boris'] as const) : (['boris', 'anna'] as const);
      const outcomes = await Promise.allSettled(order.map((name) => call.claims(name)));
      const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(lost).toMatchObject([{ reason: { code: 'alreadyClaimed' } }]);
      winners.set(call.callId, order[outcomes.findIndex((outcome) => outcome.status === 'fulfilled')]!);
      await call.callCompletes();
    }
    const claims = await q.select().from(t.callClaims);
    expect(new Map(claims.map(({ callId, employeeId }) => [callId, employeeId]))).toEqual(winners);
    expect(claims).toHaveLength(races);
  });
});
