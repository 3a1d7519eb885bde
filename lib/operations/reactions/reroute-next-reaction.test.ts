import { describe, expect, test } from 'vitest';
import { listAppealsOfCounterparties } from '@/db/appeals';
import { findOpenLeadOfCall, getLead } from '@/db/leads';
import { listNextReactionChanges, listNextReactionsOfAppeals, updateNextReaction } from '@/db/next-reactions';
import { dialects, openTestStore } from '@/db/testing';
import { minuteMs } from '@/lib/domain/duration';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { rerouteNextReaction } from './reroute-next-reaction';
import { commercialRecords } from './testing-records';
import { writeRecords } from './write-records';

describe.each(dialects)('choosing another department after a failed hand-over on %s', (dialect) => {
  test('IN-10: changes responsible and due time of the same next reaction, with its history', async () => {
    const { world, written, reroute } = await start(dialect);
    world.pass(3 * minuteMs);
    expect(await reroute('support')).toBe(true);
    const db = world.store.read;
    const left = await listNextReactionsOfAppeals(db, [written.appealId], 'all');
    expect(left).toMatchObject([
      { id: written.nextReactionIds[0], responsibleDepartmentId: 'support', dueAt: testStart + 4 * minuteMs },
    ]);
    expect(await listNextReactionChanges(db, written.nextReactionIds)).toMatchObject([
      {
        what: 'rerouted',
        employeeId: 'anna',
        from: { responsibleDepartmentId: 'sales', dueAt: testStart + minuteMs },
        to: { responsibleDepartmentId: 'support', dueAt: testStart + 4 * minuteMs },
      },
    ]);
    expect(await listAppealsOfCounterparties(db, [written.counterpartyId], 'all', 9)).toHaveLength(1);
  });

  test('IN-10: ends the lead of the sales department', async () => {
    const { world, written, reroute } = await start(dialect);
    await reroute('support');
    expect(await getLead(world.store.read, written.leadId!)).toMatchObject({
      endedAt: testStart,
      endReason: 'rerouted',
    });
  });

  test('IN-10: going back to the sales department offers the same lead anew', async () => {
    const { world, written, reroute } = await start(dialect);
    await reroute('support');
    world.pass(minuteMs);
    await reroute('sales');
    expect(await findOpenLeadOfCall(world.store.read, 'call')).toMatchObject({
      id: written.leadId,
      endedAt: null,
      dueAt: testStart + 2 * minuteMs,
    });
  });

  test('one that has ended meanwhile is left as it is', async () => {
    const { world, written, reroute } = await start(dialect);
    await world.store.tx((db) =>
      updateNextReaction(db, written.nextReactionIds[0]!, { endedAt: world.now(), outcome: 'closed' }),
    );
    expect(await reroute('support')).toBe(false);
    const left = await listNextReactionsOfAppeals(world.store.read, [written.appealId], 'all');
    expect(left).toMatchObject([{ responsibleDepartmentId: 'sales' }]);
  });
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const context = world.as(company.as('anna'));
  const written = await context.tx((tx) =>
    writeRecords(tx, context, {
      plan: commercialRecords,
      callId: 'call',
      route: 'commercial',
      employee: company.as('anna'),
      happenedAt: world.now(),
    }),
  );
  const reroute = (departmentKind: DepartmentKind) =>
    context.tx((tx) =>
      rerouteNextReaction(tx, context, {
        nextReactionId: written.nextReactionIds[0]!,
        responsible: { kind: 'department', departmentKind },
        employeeId: 'anna',
      }),
    );
  return { world, written, reroute };
}
