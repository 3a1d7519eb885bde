import { expect, test } from 'vitest';
import { getLeadLocked } from '@/db/leads';
import { getNextReactionLocked } from '@/db/next-reactions';
import type { Store } from '@/db/store';
import { openTestStore, somebodyWaits } from '@/db/testing';
import { minuteMs } from '@/lib/domain/duration';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import { writeTestRecords } from '@/lib/operations/reactions/testing-records';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { acceptLead } from './accept-lead';
import { declineLead } from './decline-lead';

test.each(['accepts', 'declines', 'is too late for'] as const)(
  'who %s a lead waits for its next reaction first, so that no two transactions undo each other',
  async (what) => {
    const { store, leadId, nextReactionId, attempts, acts } = await start();
    let heldBy = () => {};
    const held = new Promise<void>((resolve) => {
      heldBy = resolve;
    });
    attempts.length = 0;
    const first = store.tx(async (tx) => {
      await getNextReactionLocked(tx, nextReactionId);
      heldBy();
      await somebodyWaits(store);
      await getLeadLocked(tx, leadId);
    });
    await held;
    await Promise.all([first, acts[what]()]);
    expect(attempts).toHaveLength(2);
  },
);

async function start() {
  const opened = await openTestStore('postgres');
  const attempts: true[] = [];
  const store: Store = {
    ...opened,
    tx: (act) =>
      opened.tx((db) => {
        attempts.push(true);
        return act(db);
      }),
  };
  const world = createTestWorld(store);
  const company = await hireTestCompany(world);
  await company.setPresence('pavel', 'available');
  const { leadId, nextReactionIds } = await writeTestRecords(world, company.as('anna'));
  const pavel = world.as(company.as('pavel'));
  return {
    store,
    attempts,
    leadId: leadId!,
    nextReactionId: nextReactionIds[0]!,
    acts: {
      accepts: () => acceptLead(pavel, { leadId: leadId! }),
      declines: () => declineLead(pavel, { leadId: leadId!, reason: 'занят' }),
      'is too late for': () => {
        world.pass(minuteMs);
        return fireDueDeadlines(world.as(null), { subjectId: leadId! });
      },
    },
  };
}
