import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { getNextReaction, listNextReactionChanges } from '@/db/next-reactions';
import { dialects, openTestStore } from '@/db/testing';
import { hourMs, minuteMs } from '@/lib/domain/duration';
import type { TestName } from '@/lib/operations/employees/testing';
import { fulfilNextReaction } from '@/lib/operations/reactions/fulfil-next-reaction';
import { writeTestRecords } from '@/lib/operations/reactions/testing-records';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { acceptLead } from './accept-lead';
import { acceptLeadOfCall } from './accept-lead-of-call';
import { declineLead } from './decline-lead';
import { leadMinuteGone } from './escalate-lead';
import { getLead } from './get-lead';
import { listLeads } from './list-leads';

describe.each(dialects)('a lead on %s', (dialect) => {
  test('IN-11: is shown to the sales department with its minute by the server’s clock', async () => {
    const { world, as, leadId } = await start(dialect);
    world.pass(19_000);
    expect(await listLeads(as('pavel'))).toMatchObject({
      now: testStart + 19_000,
      waiting: [
        {
          id: leadId,
          state: 'offered',
          dueAt: testStart + minuteMs,
          counterparty: { name: 'ООО «Ромашка»' },
          city: 'Кемерово',
          from: { name: 'Сидорова\u00A0А.' },
          isOfferedToMe: true,
          may: { accept: true, decline: true, finish: false },
        },
      ],
      accepted: [],
    });
  });

  test('accepted becomes that person’s own next reaction, and its minute no longer runs', async () => {
    const { world, as, leadId, nextReactionId, openDeadlines } = await start(dialect);
    world.pass(22_000);
    await acceptLead(as('pavel'), { leadId });
    expect(await getNextReaction(world.store.read, nextReactionId)).toMatchObject({
      responsibleEmployeeId: 'pavel',
    });
    expect(await openDeadlines()).toEqual([]);
    const inbox = await listLeads(as('pavel'));
    expect(inbox.waiting).toEqual([]);
    expect(inbox.accepted).toMatchObject([{ id: leadId, may: { finish: true } }]);
    expect(inbox.today).toEqual({ acceptedCount: 1, averageAcceptMs: 22_000 });
  });

  test('accepted by somebody first is refused to the second with the first one’s name', async () => {
    const { as, leadId } = await start(dialect);
    await acceptLead(as('pavel'), { leadId });
    await acceptLead(as('pavel'), { leadId });
    await expect(acceptLead(as('polina'), { leadId })).rejects.toMatchObject({
      code: 'alreadyClaimed',
      details: { winner: 'Панин\u00A0П.' },
    });
  });

  test('wanted by two at once has one owner', async () => {
    const { as, leadId } = await start(dialect);
    const outcomes = await Promise.allSettled(
      (['pavel', 'polina'] as const).map((name) => acceptLead(as(name), { leadId })),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  test('IN-11: declined by everyone it was offered to goes to the head of sales and stays acceptable', async () => {
    const { world, as, leadId, nextReactionId } = await start(dialect);
    expect(await declineLead(as('pavel'), { leadId, reason: 'не мой город' })).toEqual({
      isEscalated: false,
    });
    expect(await declineLead(as('polina'), { leadId, reason: 'занята' })).toEqual({ isEscalated: true });
    expect(await getLead(as('pavel'), { leadId })).toMatchObject({
      state: 'escalated',
      escalationReason: 'declinedByAll',
      isDeclinedByMe: true,
      may: { accept: true, decline: false },
    });
    expect(await getNextReaction(world.store.read, nextReactionId)).toMatchObject({
      responsibleEmployeeId: 'polina',
    });
    await acceptLead(as('pavel'), { leadId });
  });

  test('IN-11: whose minute is gone goes to the head of sales, once, and stays visible', async () => {
    const { world, as, leadId, nextReactionId, minuteGone } = await start(dialect);
    world.pass(minuteMs);
    await minuteGone();
    await minuteGone();
    const inbox = await listLeads(as('pavel'));
    expect(inbox.waiting).toMatchObject([{ id: leadId, state: 'escalated', escalationReason: 'minuteGone' }]);
    expect(await listNextReactionChanges(world.store.read, [nextReactionId])).toMatchObject([
      { what: 'escalated', to: { responsibleEmployeeId: 'polina' } },
    ]);
  });

  test('accepted in the last moment is not taken away by a late deadline', async () => {
    const { world, as, leadId, minuteGone } = await start(dialect);
    world.pass(minuteMs);
    await acceptLead(as('pavel'), { leadId });
    await minuteGone();
    expect(await getLead(as('pavel'), { leadId })).toMatchObject({ state: 'accepted', escalatedAt: null });
  });

  test('IN-11: offered to nobody waits for its minute', async () => {
    const { as, leadId } = await start(dialect, { available: [] });
    expect(await getLead(as('pavel'), { leadId })).toMatchObject({ state: 'offered', offers: [] });
  });

  test('is accepted by taking the handed-over call, by a person of the department', async () => {
    const { world, as, leadId } = await start(dialect);
    const take = (name: TestName) => {
      const context = as(name);
      return context.tx((tx) => acceptLeadOfCall(tx, context, 'call', name));
    };
    expect(await take('stepan')).toBeNull();
    expect(await take('pavel')).toBe(leadId);
    expect(await take('polina')).toBeNull();
    expect(await getLead(world.as(as('polina').person), { leadId })).toMatchObject({
      acceptedBy: { id: 'pavel' },
    });
  });

  test('ends with a result and a next reaction', async () => {
    const { as, leadId, nextReactionId } = await start(dialect);
    await acceptLead(as('pavel'), { leadId });
    await fulfilNextReaction(as('pavel'), {
      nextReactionId,
      reaction: { type: 'outgoingCall', topic: '', note: 'выслал цены' },
      nextReactions: [
        {
          responsible: { kind: 'employee', employeeId: 'pavel' },
          dueAt: testStart + hourMs,
          topic: 'узнать решение',
        },
      ],
    });
    expect(await getLead(as('pavel'), { leadId })).toMatchObject({ state: 'ended', endReason: 'fulfilled' });
    expect((await listLeads(as('pavel'))).accepted).toEqual([]);
    await expect(acceptLead(as('polina'), { leadId })).rejects.toMatchObject({ code: 'notPossibleNow' });
  });

  test('is for the sales department to take; the client department watches, support sees none', async () => {
    const { as, leadId } = await start(dialect);
    await expect(acceptLead(as('anna'), { leadId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(declineLead(as('anna'), { leadId, reason: 'нет' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await listLeads(as('anna'))).waiting).toMatchObject([{ may: { accept: false } }]);
    await expect(listLeads(as('stepan'))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(getLead(as('stepan'), { leadId })).rejects.toMatchObject({ code: 'notFound' });
  });
});

async function start(
  dialect: (typeof dialects)[number],
  { available = ['pavel', 'polina'] }: { available?: TestName[] } = {},
) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  for (const name of available) await company.setPresence(name, 'available');
  const written = await writeTestRecords(world, company.as('anna'));
  const leadId = written.leadId!;
  return {
    world,
    as: (name: TestName) => world.as(company.as(name)),
    leadId,
    nextReactionId: written.nextReactionIds[0]!,
    minuteGone: () => {
      const clock = world.as(null);
      return clock.tx((tx) => leadMinuteGone(tx, clock, leadId));
    },
    openDeadlines: async () => {
      const { deadlines } = world.store.read.t;
      const rows = await world.store.read.q.select().from(deadlines).where(eq(deadlines.subjectId, leadId));
      return rows.filter((row) => row.endedAt === null);
    },
  };
}
