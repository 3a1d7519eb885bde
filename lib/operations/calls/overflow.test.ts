import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { findMissedCall } from '@/db/next-reactions';
import type { Dialect } from '@/db/store';
import { dialects } from '@/db/testing';
import type { CallHandling } from '@/lib/domain/employees/call-handling';
import { changeTestDepartment } from '@/lib/operations/departments/testing';
import { openLine, type TestLine } from '@/tests/call-driver';
import { answerWait } from './answer-wait';
import { getCallView } from './get-call';

/** Whom nobody of the client department answers for 20 s is offered to sales besides. */
async function open(dialect: Dialect) {
  const line = await openLine(dialect);
  await handles(line, 'client', { overflowDepartmentId: 'sales', overflowSeconds: 20 });
  return line;
}

const handles = (line: TestLine, departmentId: string, handling: Partial<CallHandling>) =>
  changeTestDepartment(line.world.as(line.company.as('alla')), { departmentId, ...handling });

async function rings(line: TestLine) {
  const call = await line.callerCalls();
  await call.callerJoins();
  return call;
}

describe.each(dialects)('a call nobody answers on %s', (dialect) => {
  test('rings at the other department besides, and whoever answers leads the conversation (IN-11)', async () => {
    const line = await open(dialect);
    await line.available('anna', 'pavel');
    const call = await rings(line);
    await line.pass(19);
    expect(await call.offeredTo()).toEqual(['anna']);
    await line.pass(1);
    expect(await call.offeredTo()).toEqual(['anna', 'pavel']);
    await line.pass(15);
    expect(await call.offeredTo()).toEqual(['anna', 'pavel']);
    await call.answers('pavel');
    expect(await call.row()).toMatchObject({
      phase: 'talking',
      claimedBy: 'pavel',
      ownerId: 'pavel',
      departmentId: 'client',
    });
    const pavel = line.world.as(line.company.as('pavel'));
    expect(await getCallView(pavel, call)).toMatchObject({ conversation: { status: 'active' } });
    expect(await call.offeredTo()).toEqual([]);
  });

  test('ends in words and a missed call of the client department when nobody of both answers', async () => {
    const line = await open(dialect);
    await line.available('anna', 'pavel');
    const call = await rings(line);
    await line.pass(120);
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'sayAndEnd', words: 'nobodyAnswered' });
    await call.callCompletes();
    await line.pass(16);
    expect(await call.row()).toMatchObject({ phase: 'ended', outcome: 'missed', departmentId: 'client' });
    expect(await findMissedCall(line.store.read, call.callId)).toMatchObject({
      responsibleDepartmentId: 'client',
    });
  });

  test('rings at whoever of the other department becomes available, and keeps its place in the queue', async () => {
    const line = await open(dialect);
    const call = await rings(line);
    await line.pass(25);
    expect(await call.offeredTo()).toEqual([]);
    await line.available('polina', 'boris');
    await line.pass(1);
    expect(await call.offeredTo()).toEqual(['boris', 'polina']);
    const later = await line.callerCalls({ from: '+79131112233' });
    const onProblem = () => {};
    expect(await answerWait(line.system(), { callId: call.callId, onProblem })).toEqual({ position: 1 });
    expect(await answerWait(line.system(), { callId: later.callId, onProblem })).toEqual({ position: 2 });
  });

  test('rings in each department by its own order', async () => {
    const line = await open(dialect);
    await handles(line, 'client', { ringOrder: 'roundRobin', ringSeconds: 15 });
    await handles(line, 'sales', { ringOrder: 'roundRobin', ringSeconds: 10 });
    await line.available('anna', 'boris', 'pavel', 'polina');
    const call = await rings(line);
    await line.pass(15);
    expect(await call.offeredTo()).toEqual(['boris']);
    await line.pass(5);
    expect(await call.offeredTo()).toEqual(['boris', 'pavel']);
    await call.declines('pavel');
    await line.pass(1);
    expect(await call.offeredTo()).toEqual(['boris', 'polina']);
  });

  test('rings nowhere else where the other department is out of use, is the same, or passes its own on here', async () => {
    const line = await open(dialect);
    await line.available('pavel');
    const circle = handles(line, 'sales', { overflowDepartmentId: 'client' });
    await expect(circle).rejects.toMatchObject({ fields: { overflowDepartmentId: expect.any(String) } });
    const itself = handles(line, 'sales', { overflowDepartmentId: 'sales' });
    await expect(itself).rejects.toMatchObject({ code: 'invalid' });
    const nobody = handles(line, 'sales', { overflowDepartmentId: 'nobody' });
    await expect(nobody).rejects.toMatchObject({ fields: { overflowDepartmentId: 'notAChoice' } });
    await line.store.tx(async ({ q, t }) => {
      await q.update(t.departments).set({ disabledAt: 1 }).where(eq(t.departments.id, 'sales'));
    });
    const call = await rings(line);
    await line.pass(30);
    expect(await call.offeredTo()).toEqual([]);
  });
});
