import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dialect, Store } from '@/db/store';
import { dialects } from '@/db/testing';
import { dayMs, hourMs, minuteMs } from '@/lib/domain/duration';
import { Refusal } from '@/lib/domain/errors';
import { chosenEventKinds } from '@/lib/domain/webhooks/webhook-event';
import { closeAppeal } from '@/lib/operations/appeals/close-appeal';
import { reopenAppeal } from '@/lib/operations/appeals/reopen-appeal';
import type { Context } from '@/lib/operations/context';
import type { TestName } from '@/lib/operations/employees/testing';
import { acceptLead } from '@/lib/operations/leads/accept-lead';
import { declineLead } from '@/lib/operations/leads/decline-lead';
import { closeNextReaction } from '@/lib/operations/reactions/close-next-reaction';
import { fulfilNextReaction } from '@/lib/operations/reactions/fulfil-next-reaction';
import { handOverNextReaction } from '@/lib/operations/reactions/hand-over-next-reaction';
import { postponeNextReaction } from '@/lib/operations/reactions/postpone-next-reaction';
import { commercialRecords, writeTestRecords } from '@/lib/operations/reactions/testing-records';
import { undoNextReactions } from '@/lib/operations/reactions/undo-next-reactions';
import { callerNumber, openLine, type TestLine } from '@/tests/call-driver';
import { type FactRows, reckonEvents, writtenEvents } from '@/tests/reckon-events';
import { createWebhook } from './create-webhook';

const people = ['anna', 'clara', 'pavel', 'polina', 'gleb'] as const satisfies TestName[];
type Step = { what: (typeof whats)[number]; by: (typeof people)[number]; which: number };

const whats = [
  'records',
  'addsToAppeal',
  'closesAppeal',
  'reopensAppeal',
  'closesNext',
  'postponesNext',
  'handsOverNext',
  'fulfilsNext',
  'undoes',
  'acceptsLead',
  'declinesLead',
  'missesCall',
  'answersCall',
  'minutePasses',
  'dayPasses',
] as const;

const steps = fc.array(
  fc.record({ what: fc.constantFrom(...whats), by: fc.constantFrom(...people), which: fc.nat(1000) }),
  { minLength: 20, maxLength: 35, size: 'max' },
);
const runs: Record<Dialect, number> = { sqlite: 10, postgres: 2 };

describe.each(dialects)('what webhooks are told on %s', (dialect) => {
  test('is all that the tables say has happened, each of it once, and nothing else', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const line = await openLine(dialect);
        await line.available('anna');
        const address = 'https://example.com/';
        const alla = line.world.as(line.company.as('alla'));
        await createWebhook(alla, { address, kinds: chosenEventKinds }, { takesThisMachine: false });
        for (const step of [{ what: 'records', by: 'anna', which: 0 } as const, ...taken]) {
          await take(line, step);
          line.world.pass(1000);
        }
        const { events, ...rows } = await readRows(line.store);
        expect(writtenEvents(events)).toEqual(reckonEvents(rows));
        for (const { kind } of events) seen.add(kind);
      }),
      { numRuns: runs[dialect], seed: 7, endOnFailure: true },
    );
    if (dialect === 'sqlite') expect([...seen].sort()).toEqual(chosenEventKinds.toSorted());
  });
});

async function take(line: TestLine, step: Step): Promise<void> {
  const as = line.world.as(line.company.as(step.by));
  try {
    await act(line, as, step);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

async function act(line: TestLine, given: Context, { what, by, which }: Step): Promise<unknown> {
  const { q, t } = line.store.read;
  const oneOf = <Row>(rows: Row[]): Row => rows[which % rows.length]!;
  const tomorrow = line.world.now() + dayMs;
  const responsible = { kind: 'employee', employeeId: 'clara' } as const;
  const appeals = await q.select().from(t.appeals);
  const isToBeOpen = what !== 'reopensAppeal';
  const appeal = oneOf(appeals.filter(({ closedAt }) => (closedAt === null) === isToBeOpen)) ?? appeals[0]!;
  const nextReactions = await q.select().from(t.nextReactions);
  const next = oneOf(nextReactions.filter(({ endedAt }) => endedAt === null)) ?? nextReactions[0]!;
  // Mostly by whoever may: what is refused tells nothing.
  const isOften = which % 4 !== 0;
  const worker = (next?.responsibleEmployeeId ?? 'polina') as TestName;
  const as = isOften ? line.world.as(line.company.as(worker)) : given;
  const gleb = isOften ? line.world.as(line.company.as('gleb')) : given;
  const named = next && { nextReactionId: next.id, version: next.version };
  const later = { responsible, dueAt: tomorrow };
  const lead = oneOf(await q.select().from(t.leads));
  switch (what) {
    case 'records':
      return writeTestRecords(line.world, line.company.as(by), {
        callId: null,
        plan: which % 2 === 0 ? commercialRecords : { ...commercialRecords, nextReactions: [later] },
      });
    case 'addsToAppeal':
      return writeTestRecords(line.world, line.company.as(by), {
        callId: null,
        plan: {
          ...commercialRecords,
          counterparty: { use: 'existing', id: appeal.counterpartyId, complete: {} },
          appeal: { use: 'existing', id: appeal.id },
          nextReactions: [later],
        },
      });
    case 'closesAppeal':
      return closeAppeal(gleb, { appealId: appeal.id, version: appeal.version, reason: 'готово' });
    case 'reopensAppeal':
      return reopenAppeal(gleb, {
        appealId: appeal.id,
        version: appeal.version,
        reason: 'вернулись',
        nextReactions: [later],
      });
    case 'closesNext':
      return closeNextReaction(as, { ...named, reason: 'не нужно', outcome: 'closed' });
    case 'postponesNext':
      return postponeNextReaction(as, { ...named, dueAt: tomorrow + hourMs, reason: 'просили позже' });
    case 'handsOverNext':
      return handOverNextReaction(as, { ...named, responsible, reason: 'в отпуске' });
    case 'fulfilsNext':
      return fulfilNextReaction(as, {
        nextReactionId: next.id,
        version: next.version,
        reaction: { type: 'outgoingCall', topic: 'перезвонили', note: '' },
        nextReactions: [later],
      } as Parameters<typeof fulfilNextReaction>[1]);
    case 'undoes': {
      const changes = (await q.select().from(t.nextReactionChanges)).filter(({ employeeId }) => employeeId);
      const last = changes.toSorted((one, other) => one.at - other.at).at(-1);
      const changed = nextReactions.find(({ id }) => id === last?.nextReactionId);
      if (!last || !changed) return;
      const again = line.world.as(line.company.as(last.employeeId as TestName));
      return undoNextReactions(again, { rows: [{ id: changed.id, version: changed.version }] });
    }
    case 'acceptsLead':
      return acceptLead(as, { leadId: lead.id });
    case 'declinesLead':
      return declineLead(as, { leadId: lead.id, reason: 'занят' });
    case 'missesCall': {
      const call = await line.callerCalls({ from: which % 3 === 0 ? 'anonymous' : callerNumber });
      await call.callerJoins();
      await call.callerHangsUp();
      return line.pass(20);
    }
    case 'answersCall': {
      const call = await line.callerCalls();
      await call.callerJoins();
      await call.answers('anna');
      await call.callerHangsUp();
      return line.pass(20);
    }
    case 'minutePasses':
      line.world.pass(minuteMs);
      return line.pass(1);
    case 'dayPasses':
      line.world.pass(dayMs);
      return line.pass(1);
  }
}

async function readRows({
  read: { q, t },
}: Store): Promise<FactRows & { events: Parameters<typeof writtenEvents>[0] }> {
  return {
    calls: await q.select().from(t.calls),
    appeals: await q.select().from(t.appeals),
    reactions: await q.select().from(t.reactions),
    nextReactions: await q.select().from(t.nextReactions),
    nextReactionChanges: await q.select().from(t.nextReactionChanges),
    changes: await q.select().from(t.changes),
    events: await q.select().from(t.webhookEvents),
  };
}
