import { describe, expect, test } from 'vitest';
import { dialects } from '@/db/testing';
import { takeOverCall } from '@/lib/operations/call-scripts/take-over-call';
import { listUnfinishedCalls } from '@/lib/operations/calls/list-unfinished-calls';
import { openLine } from '@/tests/call-driver';
import { talkOf, throughTheCard } from '@/tests/talk-driver';
import { disableEmployee } from './disable-employee';
import { getEmployee } from './get-employee';
import type { TestName } from './testing';

describe.each(dialects)('the unfinished call of a person who is disabled on %s', (dialect) => {
  test('is counted before, and finished by the successor in their own name (IN-6)', async () => {
    const { as, call, disable } = await brokenOff(dialect);
    expect(await getEmployee(as('alla'), { employeeId: 'anna' })).toMatchObject({ unfinishedCalls: 1 });
    expect(await disable('boris')).toEqual({ handedOver: 0, handedOverCalls: 1 });
    expect((await listUnfinishedCalls(as('boris'), { limit: 10 })).rows).toMatchObject([
      { id: call.callId, owner: { id: 'boris' }, may: { finish: true } },
    ]);
    const talk = talkOf(call, 'boris');
    expect((await talk.view()).conversation).toMatchObject({
      employee: { id: 'boris' },
      step: { name: 'greeting' },
    });
    await talk.say({ type: 'caller.askedAboutProducts' }, ...throughTheCard, { type: 'manager.saidGoodbye' });
    expect(await call.row()).toMatchObject({ finishedBy: 'boris' });
  });

  test('without a successor waits for the head, and for whoever reviews everything (IN-6)', async () => {
    const { as, call, disable } = await brokenOff(dialect);
    const takeOver = (name: TestName) => takeOverCall(as(name), { callId: call.callId });
    await expect(takeOver('marina')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await disable(null)).toEqual({ handedOver: 0, handedOverCalls: 0 });
    for (const name of ['clara', 'marina'] as const) {
      expect((await listUnfinishedCalls(as(name), { limit: 10 })).rows).toMatchObject([
        { id: call.callId, may: { takeOver: true, discard: true } },
      ]);
    }
    await expect(takeOver('boris')).rejects.toMatchObject({ code: 'forbidden' });
    await takeOver('marina');
    expect(await call.row()).toMatchObject({ ownerId: 'marina' });
  });
});

/** Anna greeted a caller who hung up. */
async function brokenOff(dialect: (typeof dialects)[number]) {
  const line = await openLine(dialect);
  await line.available('anna');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  await call.callerHangsUp();
  const as = (name: TestName) => line.world.as(line.company.as(name));
  return {
    as,
    call,
    disable: (successorId: TestName | null) =>
      disableEmployee(as('alla'), { employeeId: 'anna', successorId, reason: 'уволилась' }),
  };
}
