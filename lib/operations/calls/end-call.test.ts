import { describe, expect, test } from 'vitest';
import { dialects } from '@/db/testing';
import type { TestName } from '@/lib/operations/employees/testing';
import { openLine } from '@/tests/call-driver';
import { hangUp } from './end-call';

describe.each(dialects)('hanging up on %s', (dialect) => {
  async function talking() {
    const line = await openLine(dialect);
    await line.available('anna', 'boris', 'pavel');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    const hangsUp = async (name: TestName) => {
      await hangUp(line.world.as(line.company.as(name)), { callId: call.callId });
      await line.dispatch();
      return line.telephony.sentOf('endCall').length;
    };
    return { line, call, hangsUp };
  }
  const toSales = { kind: 'department', departmentKind: 'sales' } as const;

  test('is for who talks to the caller alone', async () => {
    const { hangsUp } = await talking();
    await expect(hangsUp('boris')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await hangsUp('anna')).toBe(1);
  });

  test('is for who leads the conversation while nobody has taken the hand-over', async () => {
    const { call, hangsUp } = await talking();
    await call.handsOver(toSales);
    await expect(hangsUp('pavel')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await hangsUp('anna')).toBe(1);
  });

  test('is no longer for who led the conversation once the hand-over is taken', async () => {
    const { call, hangsUp } = await talking();
    await call.handsOver(toSales);
    await call.claims('pavel');
    await expect(hangsUp('anna')).rejects.toMatchObject({ code: 'forbidden' });
    await call.line.dispatch();
    await call.joins('pavel');
    await expect(hangsUp('anna')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await hangsUp('pavel')).toBe(1);
  });
});
