import { describe, expect, test } from 'vitest';
import { updateAttachment } from '@/db/attachments';
import { updateEmployee } from '@/db/employees';
import { dialects, openTestStore } from '@/db/testing';
import { hourMs, minuteMs, secondMs } from '@/lib/domain/duration';
import { topicsOfStuckLetters } from '@/lib/domain/letters/letter';
import type { OutgoingLetter, Post, PostAnswer } from '@/lib/domain/letters/post';
import { getAppeal } from '@/lib/operations/appeals/get-appeal';
import { addAttachment } from '@/lib/operations/attachments/add-attachment';
import { removeAttachment } from '@/lib/operations/attachments/remove-attachment';
import { getCounterparty } from '@/lib/operations/counterparties/get-counterparty';
import type { TestName } from '@/lib/operations/employees/testing';
import { getNextReaction } from '@/lib/operations/reactions/get-next-reaction';
import { listNextReactions } from '@/lib/operations/reactions/list-next-reactions';
import { commercialRecords, writeTestRecords } from '@/lib/operations/reactions/testing-records';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { RecordingsInMemory } from '@/tests/recordings-in-memory';
import { countStuckLetters } from './count-stuck-letters';
import { listLetters } from './list-letters';
import { resolveLetter } from './resolve-letter';
import { giveUpLetters, sendLetters } from './send-letters';
import { writeLetter, writeLetterWithin } from './write-letter';

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

  test('is refused for what contradicts itself also where it is part of another act', async () => {
    const { as, counterpartyId, appealId } = await start(dialect);
    const anna = as('anna');
    const past = { ...later, dueAt: testStart - hourMs };
    const writing = anna.tx((tx) =>
      writeLetterWithin(tx, anna, anna.person!, {
        counterpartyId,
        appeal: { use: 'existing', id: appealId },
        to: ['client@example.com'],
        subject: 'Счёт',
        text: 'Добрый день!',
        attachmentIds: [],
        nextReactions: [past],
        keepsAddresses: false,
      }),
    );
    await expect(writing).rejects.toMatchObject({ fields: { 'nextReactions.0.dueAt': 'inThePast' } });
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

  test('that did not go is a next reaction of its author until it went', async () => {
    const { as, write, post, send, toDo } = await start(dialect);
    const { letterId, reactionId } = await write();
    post.answers.push({ result: 'refused', problem: '550 no such mailbox' });
    await send();
    expect(await countStuckLetters(as('anna'))).toEqual({ count: 1 });
    expect(await countStuckLetters(as('boris'))).toEqual({ count: 0 });
    expect(await toDo()).toMatchObject([
      { topic: 'письмо не отправлено', reactionId, employee: { id: 'anna' }, may: { fulfil: true } },
    ]);
    await resolveLetter(as('anna'), { letterId, as: 'sendAgain' });
    post.answers.push({ result: 'unknown', problem: 'silence' });
    await send();
    expect(await toDo()).toHaveLength(1);
    await resolveLetter(as('clara'), { letterId, as: 'sendAgain' });
    await send();
    expect(await toDo()).toEqual([]);
    expect(await countStuckLetters(as('anna'))).toEqual({ count: 0 });
  });

  test('that did not go opens the appeal that was closed with it, and closes it again when it arrived', async () => {
    const { as, write, post, send, toDo, appealId } = await start(dialect);
    const closeAppeal = { reason: 'ответили письмом' };
    await write({ closeAppeal }, true, 'clara');
    post.answers.push({ result: 'unknown', problem: 'silence' });
    await send();
    expect((await getAppeal(as('clara'), { appealId })).appeal).toMatchObject({ closedAt: null });
    expect(await toDo('clara')).toMatchObject([{ topic: 'проверить, дошло ли письмо' }]);
    const [letter] = (await listLetters(as('clara'), { scope: 'mine', limit: 9 })).rows;
    await resolveLetter(as('clara'), { letterId: letter!.id, as: 'wasSent' });
    expect(await toDo('clara')).toEqual([]);
    expect((await getAppeal(as('clara'), { appealId })).appeal).toMatchObject({
      closedBy: { id: 'clara' },
      closeReason: 'письмо отправлено',
    });
  });

  test('of somebody who works here no more is left to the head of their department', async () => {
    const { world, write, post, send, toDo } = await start(dialect);
    await write();
    await world.store.tx((db) => updateEmployee(db, 'anna', { disabledAt: world.now() }));
    post.answers.push({ result: 'refused', problem: '550' });
    await send();
    expect(await toDo('clara')).toMatchObject([{ employee: { id: 'clara' } }]);
  });

  test('takes files of the card along, and says which', async () => {
    const { as, write, post, send, state, attach } = await start(dialect);
    const attachmentIds = [await attach('счёт.pdf'), await attach('акт.pdf')];
    await write({ attachmentIds });
    await send();
    expect(post.sent).toMatchObject([
      {
        files: [
          {
            name: 'счёт.pdf',
            mediaType: 'application/pdf',
            content: new Uint8Array(Buffer.from('%PDF-1.7')),
          },
          { name: 'акт.pdf' },
        ],
      },
    ]);
    const [bill, act] = attachmentIds;
    await removeAttachment(as('anna'), { attachmentId: act! });
    expect((await state())?.files).toMatchObject([
      { id: bill, name: 'счёт.pdf', isHere: true },
      { id: act, name: 'акт.pdf', isHere: false },
    ]);
  });

  test('takes no file of another card along, no removed one, and not more than a mail server takes', async () => {
    const { as, world, write, attach } = await start(dialect);
    const refused = (attachmentIds: string[]) =>
      expect(write({ attachmentIds })).rejects.toMatchObject({
        fields: { attachmentIds: expect.stringMatching(/notAChoice|filesTooLarge/) },
      });
    await refused(['nothing']);
    const removed = await attach('старый.pdf');
    await removeAttachment(as('anna'), { attachmentId: removed });
    await refused([removed]);
    const large = [await attach('один.pdf'), await attach('два.pdf')];
    await world.store.tx(async (tx) => {
      for (const id of large) await updateAttachment(tx, id, { byteLength: 8 * 1024 * 1024 });
    });
    await refused(large);
    await world.store.tx((tx) => updateAttachment(tx, large[0]!, { byteLength: 8, counterpartyId: 'other' }));
    await refused([large[0]!]);
  });

  test('is not sent without a file that is gone, and its author is told', async () => {
    const { write, post, send, state, attach, shelf, toDo } = await start(dialect);
    const attachmentId = await attach('счёт.pdf');
    await write({ attachmentIds: [attachmentId] });
    shelf.kept.delete(attachmentId);
    await send();
    expect(post.sent).toEqual([]);
    expect(await state()).toMatchObject({ state: 'failed', problem: expect.stringContaining('счёт.pdf') });
    expect(await toDo()).toHaveLength(1);
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
  const shelf = new RecordingsInMemory();
  return {
    world,
    as,
    post,
    counterpartyId,
    appealId,
    nextReactionId: nextReactionIds[0]!,
    /** Anna writes it, unless said otherwise. */
    write: (
      given: Partial<Parameters<typeof writeLetter>[1]> = {},
      hasPost = true,
      author: Parameters<typeof company.as>[0] = 'anna',
    ) =>
      writeLetter(
        as(author),
        {
          to: ['client@example.com'],
          subject: 'Счёт',
          text: 'Добрый день!',
          counterpartyId,
          appeal: { use: 'existing', id: appealId },
          nextReactions: [],
          attachmentIds: [],
          keepsAddresses: false,
          ...given,
        },
        { hasPost },
      ),
    send: () => sendLetters(world.as(null), { post, attachments: shelf }),
    shelf,
    /** A file of the card. */
    attach: async (name: string, bytes: Uint8Array = Buffer.from('%PDF-1.7')) => {
      const file = {
        counterpartyId,
        appealId: null,
        name,
        contentBase64: Buffer.from(bytes).toString('base64'),
      };
      return (await addAttachment(as('anna'), file, shelf)).attachmentId;
    },
    toDo: async (name: Parameters<typeof company.as>[0] = 'anna') =>
      (await listNextReactions(as(name), { scope: 'mine', limit: 9 })).rows.filter(({ topic }) =>
        Object.values<string>(topicsOfStuckLetters).includes(topic),
      ),
    state: async () => (await listLetters(as('anna'), { scope: 'mine', limit: 1 })).rows[0],
  };
}
