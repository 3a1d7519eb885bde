import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { insertNextReactions, type NextReactionRow } from '@/db/next-reactions';
import type { Dialect } from '@/db/store';
import { dialects } from '@/db/testing';
import { checkRouteContract, RouteContractBroken } from '@/lib/domain/call-scripts/route-contract';
import type { CallRoute } from '@/lib/domain/calls/route';
import type { Tx } from '@/lib/operations/context';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import { openLine } from '@/tests/call-driver';
import { talkOf, throughTheCard } from '@/tests/talk-driver';
import { readWritten } from './read-written';

const nothingBefore = { cards: new Set<string>(), appeals: new Set<string>() };
const toSales = { kind: 'department', departmentKind: 'sales' } as const;

/** A commercial call whose goodbye was said, and its rows held against a contract once more, after a change. */
async function goodbyeSaid(dialect: Dialect) {
  const line = await openLine(dialect);
  await line.available('anna', 'pavel');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  const goodbye = { type: 'manager.saidGoodbye' } as const;
  await talkOf(call, 'anna').say({ type: 'caller.askedAboutProducts' }, ...throughTheCard, goodbye);
  const context = line.system();
  const heldAgainst = (route: CallRoute, change: (tx: Tx) => Promise<unknown>, before = nothingBefore) =>
    context.tx(async (tx) => {
      await change(tx);
      const written = await readWritten(tx, call.callId, route, before);
      checkRouteContract(route, { ...written, handOver: toSales, concerned: null, callerLeft: false });
    });
  const { nextReactions, counterparties } = line.store.read.t;
  const [next] = (await line.store.read.q.select().from(nextReactions))!;
  const [card] = await line.store.read.q.select().from(counterparties);
  const changeNext = (change: Partial<NextReactionRow>) => (tx: Tx) =>
    tx.q.update(nextReactions).set(change).where(eq(nextReactions.id, next!.id));
  return { call, context, heldAgainst, changeNext, next: next!, card: card! };
}

describe.each(dialects)('the rows of a commercial call on %s', (dialect) => {
  test('are what its contract demands', async () => {
    const { heldAgainst } = await goodbyeSaid(dialect);
    await heldAgainst('commercial', async () => undefined);
  });

  test('with another department responsible break it', async () => {
    const { heldAgainst, changeNext } = await goodbyeSaid(dialect);
    const toSupport = changeNext({ responsibleDepartmentId: 'support' });
    await expect(heldAgainst('commercial', toSupport)).rejects.toThrow(RouteContractBroken);
    const toPavel = changeNext({ responsibleEmployeeId: 'pavel' });
    await expect(heldAgainst('commercial', toPavel)).rejects.toThrow(RouteContractBroken);
  });

  test('due later, or at once, break it', async () => {
    const { heldAgainst, changeNext, next } = await goodbyeSaid(dialect);
    const later = changeNext({ dueAt: next.dueAt + 1000 });
    await expect(heldAgainst('commercial', later)).rejects.toThrow(/sales atAnotherTime/);
    const atOnce = changeNext({ dueAt: next.startedAt });
    await expect(heldAgainst('commercial', atOnce)).rejects.toThrow(/sales atOnce/);
  });

  test('with a second next reaction, or one of a second card, break it', async () => {
    const { heldAgainst, next } = await goodbyeSaid(dialect);
    const twice = (tx: Tx) => insertNextReactions(tx, [{ ...next, id: 'second' }]);
    await expect(heldAgainst('commercial', twice)).rejects.toThrow(/next reactions/);
    const ofAnother = (tx: Tx) =>
      insertNextReactions(tx, [{ ...next, id: 'second', counterpartyId: 'another card' }]);
    await expect(heldAgainst('commercial', ofAnother)).rejects.toThrow(/2 cards used/);
  });

  test('with a second act of records break it', async () => {
    const { call, context, heldAgainst } = await goodbyeSaid(dialect);
    const again = (tx: Tx) =>
      writeRecords(tx, context, {
        plan: {
          counterparty: {
            use: 'new',
            status: 'prospect',
            fields: {
              name: 'ИП Петров',
              category: 'Клиент',
              city: '',
              contactPerson: '',
              phone: '',
              phoneExtension: '',
            },
          },
          appeal: { use: 'new', topic: 'цены', type: '', project: null, note: '' },
          reaction: { type: 'incomingCall', topic: '', note: '' },
          nextReactions: [{ responsible: toSales, dueSetting: 'minute' }],
        },
        callId: call.callId,
        route: 'commercial',
        employee: { id: 'anna', departmentId: 'client' },
        happenedAt: context.now(),
      });
    await expect(heldAgainst('commercial', again)).rejects.toThrow(/2 cards used; 2 appeals used/);
  });

  test('are no call of a client when the card was made by it (IN-4)', async () => {
    const { heldAgainst, changeNext, card } = await goodbyeSaid(dialect);
    const toSupport = changeNext({ responsibleDepartmentId: 'support' });
    await expect(heldAgainst('support', toSupport)).rejects.toThrow(
      /a new card where an existing one is due/,
    );
    const known = { cards: new Set([card.id]), appeals: new Set<string>() };
    await expect(heldAgainst('support', toSupport, known)).rejects.not.toThrow(/a new card/);
  });
});
