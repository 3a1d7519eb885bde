import { describe, expect, test } from 'vitest';
import { insertFrozenSources } from '@/db/pay';
import { insertRound } from '@/db/rounds';
import { dialects, openTestStore } from '@/db/testing';
import { restorableDays } from '@/lib/domain/attachments/attachment';
import { dayMs } from '@/lib/domain/duration';
import { listTimeline } from '@/lib/operations/counterparties/list-timeline';
import { makeTestCard } from '@/lib/operations/counterparties/testing-cards';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import { receiveLetter, takeLetterBack } from '@/lib/operations/rounds/receive-letter';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { RecordingsInMemory } from '@/tests/recordings-in-memory';
import { plannedRound } from '@/tests/round-rows';
import { addAttachment } from './add-attachment';
import { deleteExpiredFiles } from './delete-expired-files';
import { downloadAttachment } from './download-attachment';
import { listAttachments } from './list-attachments';
import { removeAttachment } from './remove-attachment';
import { restoreAttachment } from './restore-attachment';

const pdf = btoa('%PDF-1.7 agreement');

describe.each(dialects)('a file of a card on %s', (dialect) => {
  test('is kept whole with its hash, and what it is is read from its content', async () => {
    const { anna, counterpartyId, keeper, add } = await start(dialect);
    const { attachmentId } = await add('C:\\Документы\\договор.pdf', pdf);
    expect(keeper.kept.get(attachmentId)?.toString()).toBe(atob(pdf));
    const file = await downloadAttachment(anna, { attachmentId });
    expect(file).toMatchObject({
      name: 'договор.pdf',
      mediaType: 'application/pdf',
      length: atob(pdf).length,
    });
    expect(await keeper.isWhole(attachmentId, file)).toBe(true);
    const { rows } = await listTimeline(anna, {
      counterpartyId,
      show: 'documents',
      appeals: 'all',
      limit: 9,
    });
    expect(rows).toMatchObject([{ kind: 'file', file: { name: 'договор.pdf', may: { remove: true } } }]);
  });

  test('that is refused leaves nothing behind, neither row nor bytes', async () => {
    const { anna, counterpartyId, keeper, add } = await start(dialect);
    const refused = { 'вирус.exe': pdf, 'фото.png': pdf, 'пусто.txt': '', 'обрывок.txt': 'не base64!' };
    for (const [name, content] of Object.entries(refused)) {
      await expect(add(name, content), name).rejects.toMatchObject({ code: 'invalid' });
    }
    await expect(add('договор.pdf', pdf, 'чужое')).rejects.toMatchObject({
      fields: { appealId: 'notAChoice' },
    });
    expect(keeper.kept.size).toBe(0);
    expect((await listAttachments(anna, { counterpartyId, limit: 9 })).rows).toEqual([]);
  });

  test('removed can be brought back for thirty days; then its bytes go', async () => {
    const { world, anna, keeper, add } = await start(dialect);
    const { attachmentId } = await add('договор.pdf', pdf);
    const sweep = async () => {
      await fireDueDeadlines(world.as(null));
      return deleteExpiredFiles(world.as(null), { keeper });
    };
    await removeAttachment(anna, { attachmentId });
    await expect(downloadAttachment(anna, { attachmentId })).rejects.toMatchObject({ code: 'notFound' });
    await restoreAttachment(anna, { attachmentId });
    world.pass((restorableDays + 1) * dayMs);
    expect(await sweep()).toBe(0);
    expect((await downloadAttachment(anna, { attachmentId })).name).toBe('договор.pdf');

    await removeAttachment(anna, { attachmentId });
    world.pass(restorableDays * dayMs - 1);
    expect(await sweep()).toBe(0);
    world.pass(1);
    expect(await sweep()).toBe(1);
    expect(keeper.kept.size).toBe(0);
    await expect(restoreAttachment(anna, { attachmentId })).rejects.toMatchObject({ code: 'notFound' });
  });

  test('that is a letter by which somebody is paid stays until it is said not to have come, of a settled month for good', async () => {
    const { world, anna, counterpartyId, add } = await start(dialect);
    const [first, second] = [await add('письмо.pdf', pdf), await add('скан.pdf', pdf)];
    const ended = { state: 'satisfied', endedAt: world.now(), endedBy: 'anna' } as const;
    await world.store.tx((db) => insertRound(db, { ...plannedRound(world.now()), ...ended, counterpartyId }));
    const receive = (version: number, { attachmentId }: { attachmentId: string }) =>
      receiveLetter(anna, { roundId: 'round', version, attachmentId });
    await receive(1, first);
    await removeAttachment(anna, second);
    await expect(removeAttachment(anna, first)).rejects.toMatchObject({
      details: { reason: 'letterOfRound' },
    });
    const { version } = await takeLetterBack(anna, { roundId: 'round' });
    await removeAttachment(anna, first);
    await restoreAttachment(anna, second);
    await receive(version, second);
    const letter = { counterpartyId, receivedAt: world.now(), attachmentId: second.attachmentId };
    await world.store.tx((db) =>
      insertFrozenSources(db, {
        purchases: [],
        letters: [{ employeeId: 'anna', month: '2026-10', roundId: 'round', ...letter }],
      }),
    );
    await expect(takeLetterBack(anna, { roundId: 'round' })).rejects.toMatchObject({
      details: { reason: 'letterOfSettledMonth' },
    });
    await expect(removeAttachment(anna, second)).rejects.toMatchObject({
      details: { reason: 'letterOfSettledMonth' },
    });
  });

  test('is there only for who sees the card', async () => {
    const { world, company, counterpartyId, add } = await start(dialect);
    const { attachmentId } = await add('договор.pdf', pdf);
    const pavel = world.as(company.as('pavel'));
    for (const act of [downloadAttachment, removeAttachment, restoreAttachment]) {
      await expect(act(pavel, { attachmentId })).rejects.toMatchObject({ code: 'notFound' });
    }
    const list = listAttachments(pavel, { counterpartyId, limit: 9 });
    await expect(list).rejects.toMatchObject({ code: 'notFound' });
  });
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const counterpartyId = await makeTestCard(world, company, { name: 'ООО «Ромашка»' });
  const keeper = new RecordingsInMemory();
  const anna = world.as(company.as('anna'));
  const add = (name: string, contentBase64: string, appealId: string | null = null) =>
    addAttachment(anna, { counterpartyId, appealId, name, contentBase64 }, keeper);
  return { world, company, anna, counterpartyId, keeper, add };
}
