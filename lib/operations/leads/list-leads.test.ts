import { describe, expect, test } from 'vitest';
import { getLead, insertLead, type LeadRow } from '@/db/leads';
import { getNextReaction, insertNextReactions } from '@/db/next-reactions';
import { dialects, openTestStore } from '@/db/testing';
import { writeTestRecords } from '@/lib/operations/reactions/testing-records';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { listLeads } from './list-leads';

const mostShown = 200;

describe.each(dialects)('the lead inbox on %s', (dialect) => {
  test('shows a new lead however many are in work, and says when it has no room for all of those', async () => {
    const { world, inbox, insertMany, arrives } = await start(dialect);
    await insertMany(mostShown + 1, { acceptedAt: world.now(), acceptedBy: 'pavel' });
    world.pass(1000);
    const newest = await arrives();
    const { waiting, accepted, hasMore } = await inbox();
    expect(waiting.map(({ id }) => id)).toEqual([newest]);
    expect(accepted).toHaveLength(mostShown);
    expect(hasMore).toEqual({ waiting: false, accepted: true });
  });

  test('shows those in their minute before the escalated ones', async () => {
    const { world, inbox, insertMany, arrives } = await start(dialect);
    await insertMany(mostShown, { escalatedAt: world.now(), escalationReason: 'minuteGone' });
    world.pass(1000);
    const newest = await arrives();
    const { waiting, hasMore } = await inbox();
    expect(waiting[0]).toMatchObject({ id: newest, state: 'offered' });
    expect(hasMore).toEqual({ waiting: true, accepted: false });
  });
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const arrives = async () => (await writeTestRecords(world, company.as('anna'))).leadId!;
  return {
    world,
    arrives,
    inbox: () => listLeads(world.as(company.as('pavel'))),
    /** Leads like one that arrives now, in the given state. */
    insertMany: async (count: number, state: Partial<LeadRow>) => {
      const { read } = world.store;
      const lead = (await getLead(read, await arrives()))!;
      const next = (await getNextReaction(read, lead.nextReactionId))!;
      await world.store.tx(async (db) => {
        await db.q.delete(db.t.leads);
        for (let left = count; left > 0; left -= 1) {
          const nextReactionId = world.newId();
          await insertNextReactions(db, [{ ...next, id: nextReactionId }]);
          await insertLead(db, { ...lead, ...state, id: world.newId(), nextReactionId });
        }
      });
    },
  };
}
