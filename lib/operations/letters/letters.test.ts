import { describe, expect, test } from 'vitest';
import { dialects, openTestStore } from '@/db/testing';
import { hourMs, minuteMs, secondMs } from '@/lib/domain/duration';
import type { OutgoingLetter, Post, PostAnswer } from '@/lib/domain/letters/post';
import { getAppeal } from '@/lib/operations/appeals/get-appeal';
import { getCounterparty } from '@/lib/operations/counterparties/get-counterparty';
import type { TestName } from '@/lib/operations/employees/testing';
import { getNextReaction } from '@/lib/operations/reactions/get-next-reaction';
import { commercialRecords, writeTestRecords } from '@/lib/operations/reactions/testing-records';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { listLetters } from './list-letters';
import { resolveLetter } from './resolve-letter';
import { giveUpLetters, sendLetters } from './send-letters';
import { writeLetter } from './write-letter';

const retry: PostAnswer = { result: 'retry', problem: '451 busy' };

describe.each(dialects)('a letter to a counterparty on %s', (dialect) => {
  test('is a reaction on the appeal with its text, and is sent once after the act', async () => {
    const { as, write, post, send, appealId } = await start(dialect);
    const { reactionId } = await write();
    expect(post.sent).toEqual([]);
    await send();
    await send();
    expect(post.sent).toMatchObject([
      {
        to: ['client@example.com'],
        subject: 'Счёт',
        text: 'Добрый день!',
        replyTo: { address: 'anna@mlsit.example' },
      },
    ]);
    const { reactions } = await getAppeal(as('boris'), { appealId });
    expect(reactions.find(({ id }) => id === reactionId)).toMatchObject({
      type: 'letterOut',
      note: 'Добрый день!',
      letter: { state: 'sent', to: ['client@example.com'], sentAt: testStart },
    });
  });

  test('fulfils a next reaction and leaves the next one; its addresses may be kept on the card', async () => {
    const { as, write, nextReactionId, counterpartyId } = await start(dialect);
    await write({ fulfils: nextReactionId, nextReactions: [later], keepsAddresses: true });
    const { nextReaction } = await getNextReaction(as('anna'), { nextReactionId });
    expect(nextReaction).toMatchObject({ outcome: 'fulfilled' });
    const { card } = await getCounterparty(as('anna'), { counterpartyId });
    expect(card.emails).toEqual(['client@example.com']);
  });

  test('is refused without a mail server, and as any reaction that leaves an appeal without a next one', async () => {
    const { write, nextReactionId } = await start(dialect);
    await expect(write({}, false)).rejects.toMatchObject({ details: { reason: 'noPost' } });
    await expect(write({ fulfils: nextReactionId })).rejects.toMatchObject({ code: 'invalid' });
    const past = { ...later, dueAt: testStart - hourMs };
    await expect(write({ nextReactions: [past] })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('that the server does not take is tried again, later each time, and then given up', async () => {
    const { write, post, send, state, world } = await start(dialect);
    await write();
    post.answers.push(...Array.from({ length: 7 }, () => retry));
    await send();
    expect(await state()).toMatchObject({ state: 'waiting', problem: '451 busy' });
    world.pass(9 * secondMs);
    await send();
    expect(post.sent).toHaveLength(1);
    for (const waitMs of [secondMs, minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, 6 * hourMs]) {
      world.pass(waitMs);
      await send();
    }
    expect(post.sent).toHaveLength(7);
    expect(await state()).toMatchObject({ state: 'failed', mayResolve: true });
    expect(new Set(post.sent.map(({ id }) => id)).size).toBe(1);
  });

  test('that may have been taken is never sent again by itself: its author or their head decides', async () => {
    const { as, write, post, send, state } = await start(dialect);
    const { letterId } = await write();
    post.answers.push({ result: 'unknown', problem: 'silence' });
    await send();
    await send();
    expect(post.sent).toHaveLength(1);
    expect(await state()).toMatchObject({ state: 'unconfirmed', problem: 'silence' });
    await expect(resolveLetter(as('boris'), { letterId, as: 'wasSent' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(resolveLetter(as('stepan'), { letterId, as: 'wasSent' })).rejects.toMatchObject({
      code: 'notFound',
    });
    await resolveLetter(as('clara'), { letterId, as: 'sendAgain' });
    await send();
    expect(post.sent).toHaveLength(2);
    expect(await state()).toMatchObject({ state: 'sent', mayResolve: false });
    const again = resolveLetter(as('anna'), { letterId, as: 'wasSent' });
    await expect(again).rejects.toMatchObject({ code: 'notPossibleNow' });
  });

  test('that a dying process was sending is unconfirmed, not doubled', async () => {
    const { world, write, post, send, state } = await start(dialect);
    await write();
    post.answers.push('crash');
    await expect(send()).rejects.toThrow('crash');
    await send();
    expect(post.sent).toHaveLength(1);
    world.pass(secondMs);
    await giveUpLetters(world.as(null), world.now());
    expect(await state()).toMatchObject({ state: 'unconfirmed' });
  });

  test('is found by its author and the time it was written at', async () => {
    const { world, as, write } = await start(dialect);
    await write();
    const found = async (name: TestName, asked: Partial<Parameters<typeof listLetters>[1]>) =>
      (await listLetters(as(name), { scope: 'all', ...asked, limit: 9 })).rows.length;
    expect(await found('gleb', { employeeId: 'anna' })).toBe(1);
    expect(await found('gleb', { employeeId: 'boris' })).toBe(0);
    expect(await found('anna', { scope: 'mine', employeeId: 'boris' })).toBe(0);
    expect(await found('gleb', { from: world.now() })).toBe(1);
    expect(await found('gleb', { from: world.now() + 1 })).toBe(0);
    expect(await found('gleb', { until: world.now() })).toBe(0);
  });

  test('stands in the author’s list, and in everybody’s for who sees every card', async () => {
    const { as, write } = await start(dialect);
    await write();
    expect((await listLetters(as('anna'), { scope: 'mine', limit: 9 })).rows).toHaveLength(1);
    expect((await listLetters(as('boris'), { scope: 'mine', limit: 9 })).rows).toEqual([]);
    expect((await listLetters(as('gleb'), { scope: 'all', limit: 9 })).rows).toMatchObject([
      { author: { id: 'anna' } },
    ]);
    await expect(listLetters(as('pavel'), { scope: 'all', limit: 9 })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

const later = { responsible: { kind: 'employee', employeeId: 'anna' }, dueAt: testStart + hourMs } as const;

function recordingPost() {
  const sent: OutgoingLetter[] = [];
  const answers: (PostAnswer | 'crash')[] = [];
  const post: Post = {
    async send(letter) {
      sent.push(letter);
      const answer = answers.shift() ?? { result: 'sent' };
      if (answer === 'crash') throw new Error('crash');
      return answer;
    },
  };
  return { ...post, sent, answers };
}

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = (name: Parameters<typeof company.as>[0]) => world.as(company.as(name));
  const { counterpartyId, appealId, nextReactionIds } = await writeTestRecords(world, company.as('boris'), {
    plan: { ...commercialRecords, nextReactions: [later] },
    callId: null,
  });
  const post = recordingPost();
  return {
    world,
    as,
    post,
    counterpartyId,
    appealId,
    nextReactionId: nextReactionIds[0]!,
    /** Anna writes it. */
    write: (given: Partial<Parameters<typeof writeLetter>[1]> = {}, hasPost = true) =>
      writeLetter(
        as('anna'),
        {
          to: ['client@example.com'],
          subject: 'Счёт',
          text: 'Добрый день!',
          counterpartyId,
          appeal: { use: 'existing', id: appealId },
          nextReactions: [],
          keepsAddresses: false,
          ...given,
        },
        { hasPost },
      ),
    send: () => sendLetters(world.as(null), { post }),
    state: async () => (await listLetters(as('anna'), { scope: 'mine', limit: 1 })).rows[0],
  };
}
