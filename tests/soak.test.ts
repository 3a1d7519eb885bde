import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listCallFacts } from '@/db/call-facts';
import { listOpenCallOffers } from '@/db/call-offers';
import type { Dialect } from '@/db/store';
import { dialects } from '@/db/testing';
import type { ReportedEvent } from '@/lib/domain/call-scripts/events';
import { routeContracts } from '@/lib/domain/call-scripts/route-contract';
import type { CallEvent } from '@/lib/domain/calls/call-event';
import { beginCall, foldCall } from '@/lib/domain/calls/fold-call';
import { readLegLabel } from '@/lib/domain/calls/leg';
import type { DeadlineKind } from '@/lib/domain/deadlines/deadline';
import { Refusal } from '@/lib/domain/errors';
import { reconcileCalls } from '@/lib/operations/calls/reconcile-calls';
import type { TestName } from '@/lib/operations/employees/testing';
import { openLine, type TestCall, type TestLine } from './call-driver';
import { talkOf, wholeCard } from './talk-driver';

const people = ['anna', 'boris', 'pavel', 'polina', 'stepan'] as const satisfies TestName[];
const callers = ['+73842581234', '+73842580001', 'anonymous', 'sip:kiosk@example.com'];

type Act = { on: number; who: number; kind: (typeof kinds)[number]; which: number };

const kinds = [
  ...(['arrives', 'arrives', 'joins', 'joins', 'joins', 'claims', 'claims', 'claims'] as const),
  ...(['answers', 'answers', 'answers', 'answers', 'answers', 'answers', 'fills', 'goesBack'] as const),
  ...(['declines', 'leaves', 'isBusy', 'callerLeaves', 'roomEnds', 'completes', 'isAsked'] as const),
  ...(['tellsAgain', 'passes', 'passes', 'dispatches', 'isLookedUp', 'loses', 'comesAndGoes'] as const),
] as const;

const act: fc.Arbitrary<Act> = fc.record({
  on: fc.nat(5),
  who: fc.nat(people.length - 1),
  kind: fc.constantFrom(...kinds),
  which: fc.nat(9),
});

const complaint: ReportedEvent = {
  type: 'manager.filledIn',
  patch: { complaint: { text: 'Не печатает', departmentKind: 'support' } },
};

/** Random calls on one line, told in any order: refusals are part of the game, anything else is a defect. */
class Soak {
  readonly calls: TestCall[] = [];
  readonly ended = new Set<string>();
  private lastTold: (() => Promise<unknown>) | null = null;

  constructor(readonly line: TestLine) {}

  async play({ on, who, kind, which }: Act): Promise<void> {
    const { line } = this;
    const name = people[who]!;
    if (kind === 'arrives') {
      this.calls.push(await line.callerCalls({ from: callers[which % callers.length]! }));
      await this.tell(() => this.calls.at(-1)!.callerJoins());
      return;
    }
    if (kind === 'passes') return line.pass(1 + which * 4);
    if (kind === 'dispatches') return line.dispatch();
    if (kind === 'loses') return void line.telephony.nextAnswers.push('lost');
    if (kind === 'comesAndGoes') return which % 2 ? line.available(name) : line.onBreak(name);
    if (kind === 'isLookedUp') {
      const since = line.world.now() - which * 10_000;
      await reconcileCalls(line.system(), { telephony: line.telephony, since });
      return;
    }
    if (kind === 'tellsAgain') return void (await this.lastTold?.());
    const call = this.calls[on % Math.max(1, this.calls.length)];
    if (call) await this.playOn(call, kind, name, which);
  }

  private async playOn(call: TestCall, kind: Act['kind'], name: TestName, which: number): Promise<void> {
    const row = await call.row();
    const claimant = row.claimedBy as TestName | null;
    switch (kind) {
      case 'claims':
        await call.claims(name);
        return;
      case 'declines':
        await call.declines(name);
        return;
      case 'joins':
        await this.line.dispatch();
        if (claimant) await this.tell(() => call.joins(claimant));
        return;
      case 'leaves':
        if (claimant) await this.tell(() => call.leaves(claimant));
        return;
      case 'isBusy':
        if (claimant) await this.tell(() => call.phoneIs(which % 2 ? 'busy' : 'no-answer', claimant));
        return;
      case 'callerLeaves':
        if (which > 6) await this.tell(() => call.callerHangsUp());
        return;
      case 'roomEnds':
        if (which > 7) await this.tell(() => call.conference('conference-end'));
        return;
      case 'completes':
        if (which > 7) await this.tell(() => call.callCompletes());
        return;
      case 'isAsked':
        if (which > 7) await this.tell(() => call.callerLeavesRoom());
        return;
      default:
        if (row.ownerId) await this.converse(call, row.ownerId as TestName, kind, which);
    }
  }

  private async converse(call: TestCall, owner: TestName, kind: Act['kind'], which: number): Promise<void> {
    const talk = talkOf(call, owner);
    const { conversation } = await talk.view();
    if (!conversation) return;
    const { step } = conversation;
    if (kind === 'goesBack') {
      const to = conversation.trail[which % conversation.trail.length]!;
      await talk.at(step.name, { type: 'manager.wentBack', to });
      return;
    }
    if (kind === 'fills' || which > 2) {
      for (const typed of [wholeCard, complaint]) await talk.at(step.name, typed).catch(refused);
    }
    const answers = step.answers;
    const chosen = answers[which % Math.max(1, answers.length)];
    if (!chosen) return;
    const employeeId = people[which % people.length]!;
    const event =
      chosen.event.type === 'caller.namedEmployee' ? { type: chosen.event.type, employeeId } : chosen.event;
    await talk.at(step.name, event as ReportedEvent);
  }

  private async tell(fact: () => Promise<unknown>): Promise<void> {
    this.lastTold = fact;
    await fact();
  }

  /** What must hold after every single act. */
  async check(): Promise<void> {
    for (const call of this.calls) {
      const { phase } = await call.row();
      if (this.ended.has(call.callId)) expect(phase, 'an ended call never reopens').toBe('ended');
      if (phase === 'ended') this.ended.add(call.callId);
    }
  }

  /** Everybody hangs up and the clocks run out. */
  async finish(): Promise<void> {
    this.line.telephony.nextAnswers.splice(0);
    for (const call of this.calls) await call.callerHangsUp();
    await this.line.pass(40);
  }
}

const refused = (error: unknown) => {
  if (!(error instanceof Refusal)) throw error;
};

async function expectInvariants({ line, calls }: Soak): Promise<void> {
  const db = line.store.read;
  const { t, q } = db;
  const joins = line.telephony.sentOf('join').map(({ label }, at) => ({ label, at }));
  const labels = new Map<string, number>();
  for (const command of line.telephony.sentOf('join')) {
    const key = `${command.conferenceSid} ${command.label}`;
    labels.set(key, (labels.get(key) ?? 0) + 1);
  }
  expect(
    [...labels.values()].every((times) => times === 1),
    'I3: no phone is rung twice',
  ).toBe(true);
  expect(joins.every(({ label }) => readLegLabel(label) !== null)).toBe(true);

  const reactions = await q.select().from(t.reactions);
  const next = await q.select().from(t.nextReactions);
  const leads = await q.select().from(t.leads);
  for (const call of calls) {
    const row = await call.row();
    expect(row, row.callSid).toMatchObject({ phase: 'ended', quarantinedAt: null });
    expect(row.outcomeDecidedAt).not.toBeNull();
    expect(await listOpenCallOffers(db, row.id)).toEqual([]);

    const facts = await listCallFacts(db, row.id);
    const applied = facts.filter(({ effect }) => effect === 'applied');
    const input = applied[0]!.event as Parameters<typeof beginCall>[0];
    let folded = beginCall({
      admission: input.admission,
      clientDepartmentId: input.clientDepartmentId,
      times: input.times,
      arrivedAt: applied[0]!.occurredAt,
    });
    for (const { event } of applied.slice(1)) {
      const result = foldCall({ snapshot: folded.snapshot, machineVersion: 1 }, event as CallEvent);
      expect(result.result, 'I9: what was applied applies again').toBe('applied');
      if (result.result === 'applied') folded = result;
    }
    expect(row.snapshot, 'I9: the state is the fold of its facts').toEqual(
      JSON.parse(JSON.stringify(folded.snapshot)),
    );
    const lapses = applied
      .map(({ event }) => event as { type: string; round?: number; generation?: number })
      .filter(({ type }) => type.endsWith('.lapsed'))
      .map(({ type, round, generation }) => `${type} ${round ?? generation ?? ''}`);
    expect(new Set(lapses).size, 'I6: a deadline fires once').toBe(lapses.length);

    const own = reactions.filter(({ callId }) => callId === row.id);
    const left = next.filter(({ reactionId }) => own.some(({ id }) => id === reactionId));
    const contract = row.recordsWrittenAt === null ? null : routeContracts[own[0]!.route!];
    expect(own.map(({ type }) => type)).toEqual(contract ? [contract.reaction] : []);
    expect(left).toHaveLength(contract?.nextReactions.length ?? 0);
    expect(leads.filter(({ callId }) => callId === row.id).length).toBeLessThanOrEqual(1);
    const missed = next.filter(({ kind, id }) => kind === 'missedCall' && id === row.missedReactionId);
    const isOwed =
      row.recordsWrittenAt === null &&
      (folded.context.goesOnAfter === 'handOver' || lapses.some((lapse) => lapse.startsWith('waiting')));
    const isMissed = row.callerKind !== 'withheld' && (row.outcome !== 'answered' || isOwed);
    expect(missed, `${row.outcome} ${row.callerKind}`).toHaveLength(isMissed ? 1 : 0);
    expect(row.outcome === 'answered', 'an answered call has its conversation').toBe(row.ownerId !== null);
    if (row.ownerId) expect(row.finishedAt !== null || row.unfinishedSince !== null).toBe(true);
  }

  const appeals = await q.select().from(t.appeals);
  for (const { id, closedAt } of appeals) {
    const open = next.filter(({ appealId, endedAt }) => appealId === id && endedAt === null);
    expect(closedAt !== null || open.length > 0, 'an open appeal has a next reaction').toBe(true);
  }
  const deadlines = await q.select().from(t.deadlines);
  const ofWork: readonly DeadlineKind[] = ['lead', 'overdue', 'escalation'];
  const waiting = deadlines.filter(({ endedAt, kind }) => endedAt === null && !ofWork.includes(kind));
  expect(waiting).toEqual([]);
  const claims = await q.select().from(t.callClaims);
  expect(new Set(claims.map(({ callId, generation }) => `${callId} ${generation}`)).size).toBe(claims.length);
  const feed = (await q.select({ id: t.feed.id }).from(t.feed)).map(({ id }) => id);
  expect(feed.every((id, at) => at === 0 || id > feed[at - 1]!)).toBe(true);
}

/** Some ten calls a line: some two hundred in all. */
const lines: Record<Dialect, number> = { sqlite: 18, postgres: 3 };

describe.each(dialects)('random calls on %s', (dialect) => {
  test('hold what must always hold (I1–I9)', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 60, maxLength: 140, size: 'max' }), async (acts) => {
        const line = await openLine(dialect);

        await line.available(...people);
        const soak = new Soak(line);
        for (const each of acts) {
          await soak.play(each).catch(refused);
          await soak.check();
        }
        await soak.finish();
        await expectInvariants(soak);
      }),
      { numRuns: lines[dialect], seed: 20_261_122, endOnFailure: true },
    );
  });
});
