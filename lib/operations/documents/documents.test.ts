import { describe, expect, test } from 'vitest';
import { updateEmployee } from '@/db/employees';
import { insertProject } from '@/db/projects';
import { insertRound } from '@/db/rounds';
import { dialects, openTestStore } from '@/db/testing';
import { purchaseInputSchema } from '@/lib/domain/purchases/purchases.contract';
import { getTranslator } from '@/lib/i18n/translator';
import { addAttachment } from '@/lib/operations/attachments/add-attachment';
import type { TestName } from '@/lib/operations/employees/testing';
import { confirmKey } from '@/lib/operations/folders/confirm-key';
import { correctTitlePage } from '@/lib/operations/folders/correct-title-page';
import { getFolder } from '@/lib/operations/folders/get-folder';
import { handOverFolder } from '@/lib/operations/folders/hand-over-folder';
import { orderCourier } from '@/lib/operations/folders/order-courier';
import { planDelivery } from '@/lib/operations/folders/plan-delivery';
import { printFolder } from '@/lib/operations/folders/print-folder';
import { reopenStep } from '@/lib/operations/folders/reopen-step';
import { reportDeviation } from '@/lib/operations/folders/report-deviation';
import { takeOverFolder } from '@/lib/operations/folders/take-over-folder';
import { sellToTestClient, signAsSeen, titlePage } from '@/lib/operations/folders/testing-folders';
import { recordPurchase } from '@/lib/operations/purchases/record-purchase';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { RecordingsInMemory } from '@/tests/recordings-in-memory';
import { plannedRound } from '@/tests/round-rows';
import { downloadDocument } from './download-document';
import { listTemplateVersions } from './list-templates';
import { makeDocument } from './make-document';
import { publishTemplate } from './publish-template';

const noProduct = { kind: 'handOverAct', projectId: null } as const;

describe.each(dialects)('documents of a folder on %s', (dialect) => {
  test('are made one act for each product, with consecutive numbers and every name in them (ON-2)', async () => {
    const { as, folderId, make, textOf } = await twoProducts(dialect);
    const first = await make({ kind: 'handOverAct', projectId: 'archimed' });
    const second = await make({ kind: 'handOverAct', projectId: 'archisport' });
    expect([first.number, second.number]).toEqual([1, 2]);
    const { title, lines } = await textOf(first.documentId);
    expect(title).toBe('Акт приёма-передачи программного обеспечения № 1');
    expect(lines[0]).toBe('01.11.2026');
    expect(lines[2]).toBe(
      'Программный продукт «ArchiMed+» по договору № 2026/118 передан компанией MLS IT и получен заказчиком ООО «Ромашка».',
    );
    expect((await textOf(second.documentId)).lines[2]).toContain('«ArchiSport» по договору № 2026/119 ');
    expect((await getFolder(as('anna'), { folderId })).missingActs).toEqual([null]);
    expect((await make({ kind: 'workAct', projectId: null })).number).toBe(1);
    expect((await getFolder(as('anna'), { folderId })).missingActs).toEqual([]);
  });

  test('are refused without a product of the folder, without services, and to those who do not work on it', async () => {
    const { as, folderId, make } = await twoProducts(dialect, false);
    await expect(make(noProduct)).rejects.toMatchObject({
      fields: { projectId: 'documents.errors.noProduct' },
    });
    await expect(make({ kind: 'handOverAct', projectId: 'чужой' })).rejects.toMatchObject({
      fields: { projectId: 'notAChoice' },
    });
    await expect(make({ kind: 'workAct', projectId: null })).rejects.toMatchObject({
      details: { reason: 'noServices' },
    });
    const act = { folderId, kind: 'handOverAct', projectId: 'archimed' } as const;
    await expect(makeDocument(as('pavel'), act)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('ask for a recommendation only who was satisfied in the last round (SA-2)', async () => {
    const { as, folderId, counterpartyId, make, world } = await twoProducts(dialect);
    const asked = { kind: 'recommendationRequest', projectId: null } as const;
    const answered = (state: 'satisfied' | 'dissatisfied', dueOn: string) =>
      world.store.tx((db) =>
        insertRound(db, { ...plannedRound(world.now()), id: dueOn, counterpartyId, dueOn, state }),
      );
    const isSatisfied = async () => (await getFolder(as('anna'), { folderId })).isClientSatisfied;
    const notSatisfied = { code: 'notPossibleNow', details: { reason: 'notSatisfied' } };
    await expect(make(asked)).rejects.toMatchObject(notSatisfied);
    await answered('satisfied', '2026-11-15');
    expect(await isSatisfied()).toBe(true);
    await make(asked);
    await answered('dissatisfied', '2026-11-29');
    expect(await isSatisfied()).toBe(false);
    await expect(make(asked)).rejects.toMatchObject(notSatisfied);
  });

  test('keep their words when management publishes others, which the next ones follow', async () => {
    const { as, make, textOf } = await twoProducts(dialect);
    const before = await make({ kind: 'courierLabel', projectId: null });
    const kind = 'courierLabel' as const;
    const input = { kind, title: 'Посылка {номер}', text: 'Кому: {клиент}', note: '' };
    const publish = (name: TestName, basedOn = 1, change: object = {}) =>
      publishTemplate(as(name), { basedOn, ...input, ...change });
    await expect(publish('anna')).rejects.toMatchObject({ code: 'forbidden' });
    const wrong = publish('marina', 1, { title: ' ', text: 'Кому: {собака}' });
    await expect(wrong).rejects.toMatchObject({
      fields: { title: 'required', text: 'documents.errors.unknownFact' },
    });
    const unclosed = publish('marina', 1, { title: 'Посылка { № {номер} }', text: 'Кому: {клиент' });
    await expect(unclosed).rejects.toMatchObject({
      fields: { title: 'documents.errors.strayBrace', text: 'documents.errors.strayBrace' },
    });
    await expect(publish('marina', 1, { text: 'Телефон: телефон}' })).rejects.toMatchObject({
      fields: { text: 'documents.errors.strayBrace' },
    });
    expect(await publish('marina')).toEqual({ version: 2 });
    await expect(publish('gleb')).rejects.toMatchObject({ code: 'conflict' });
    await expect(publish('gleb', 2)).rejects.toMatchObject({
      fields: { text: 'documents.errors.unchanged' },
    });
    const after = await make({ kind, projectId: null });
    expect((await textOf(after.documentId)).title).toBe('Посылка 2');
    expect((await textOf(before.documentId)).title).toBe('Посылка № 1');
    const { rows } = await listTemplateVersions(as('anna'), { kind });
    expect(rows.map(({ version, publishedBy }) => [version, publishedBy?.id])).toEqual([
      [2, 'marina'],
      [1, undefined],
    ]);
  });

  test('may name the work phone of the manager who speaks in them, as it is read aloud (ON-2)', async () => {
    const { as, make, textOf, world } = await twoProducts(dialect);
    const text = 'Звоните: {телефон менеджера}\n{менеджер}: {телефон менеджера}';
    const input = { kind: 'contactsLetter', title: 'Контакты', text, note: '' } as const;
    await publishTemplate(as('marina'), { basedOn: 1, ...input });
    const made = async (phone: string | null) => {
      await world.store.tx((db) => updateEmployee(db, 'anna', { phone }));
      const { documentId } = await make({ kind: 'contactsLetter', projectId: null });
      return (await textOf(documentId)).lines;
    };
    expect(await made('+79131234567')).toEqual([
      'Звоните: +7 (913) 123-45-67',
      'Сидорова Анна: +7 (913) 123-45-67',
    ]);
    for (const none of [null, 'sip:anna@mlsit.example']) {
      expect(await made(none)).toEqual(['Сидорова Анна: ____________']);
    }
  });

  test('tell the client the work phone of their manager where there is one, else leave no line for it (ON-2)', async () => {
    const { make, textOf, world } = await twoProducts(dialect);
    const made = async (phone: string | null) => {
      await world.store.tx((db) => updateEmployee(db, 'anna', { phone }));
      const { documentId } = await make({ kind: 'contactsLetter', projectId: null });
      return (await textOf(documentId)).lines.join('\n');
    };
    expect(await made('+79131234567')).toContain('Мой телефон: +7 (913) 123-45-67\nМоя электронная почта');
    expect(await made(null)).toMatch(/\n\nМоя электронная почта/);
  });

  test('make one whole with the title page, its deviations, and the signatures (ON-1, ON-3)', async () => {
    const { as, folderId, make } = await twoProducts(dialect);
    await signAsSeen(as('anna'), { folderId, step: 'folderComplete' });
    await reportDeviation(as('anna'), { folderId, text: 'нет печати' });
    await make({ kind: 'handOverAct', projectId: 'archimed' });
    const words = getTranslator('ru');
    const { fileName, documents } = await printFolder(as('pavel'), { folderId }, (step) =>
      words(`folders.steps.${step}`),
    );
    expect(fileName).toBe('Папка клиента № 1.pdf');
    const [title, checklist, act] = documents.map(({ lines }) => lines.join('\n'));
    for (const line of [
      'Клиент: ООО «Ромашка»',
      'Договор: № 2026/118, № 2026/119',
      'Ведущий менеджер по продажам: Панин Павел',
      'Город: Кемерово',
      'Контактное лицо: Иванов Пётр',
      'Телефон: +7 (384) 258-12-34',
      'Программный продукт: ArchiMed+, ArchiSport',
      'нет печати (Сидорова\u00a0А.) — не исправлено',
    ]) {
      expect(title).toContain(line);
    }
    expect(checklist).toContain(
      '1. Папка полная: титульный лист, договор ×3, счёт ×2: Сидорова\u00a0А., 01.11.2026',
    );
    expect(act).toContain('«ArchiMed+»');
  });

  test('make one whole with everything that happened to the folder, and with the title page that was made', async () => {
    const { as, counterpartyId, folderId, make } = await twoProducts(dialect);
    const page = { city: 'Кемерово', contactPerson: 'Петрова Анна', phone: titlePage.phone };
    await make({ kind: 'titlePage', projectId: null });
    await correctTitlePage(as('pavel'), { folderId, ...page, version: 3 });
    await signAsSeen(as('anna'), { folderId, step: 'folderComplete' });
    await reopenStep(as('clara'), { folderId, step: 'folderComplete', reason: 'нет второго счёта' });
    await confirmKey(as('stepan'), { folderId });
    const version = async () => (await getFolder(as('anna'), { folderId })).version;
    const courier = { name: 'Даймакс', phone: '94-08-53', prefix: '2', days: 4, pickupOn: '2026-11-02' };
    await orderCourier(as('anna'), { folderId, ...courier, version: await version() });
    await planDelivery(as('anna'), { folderId, deliveryOn: '2026-11-06', version: await version() });
    const { appealId } = await getFolder(as('anna'), { folderId });
    const file = { counterpartyId, appealId, name: 'счёт 77.pdf', contentBase64: btoa('%PDF-1.7') };
    await addAttachment(as('anna'), file, new RecordingsInMemory());
    const { documents } = await printFolder(as('anna'), { folderId }, (step) => step);
    expect(documents.map(({ title }) => title)).toEqual(['Титульный лист', 'Чек-лист папки № 1']);
    const [title, checklist] = documents.map(({ lines }) => lines.join('\n'));
    for (const line of [
      'Контактное лицо: Иванов Пётр',
      'Экземпляров договора: 6',
      'Экземпляров счёта: 2',
      'контактное лицо: Иванов Пётр → Петрова Анна (Панин\u00a0П., 01.11.2026',
      'Приложенные файлы:\nсчёт 77.pdf',
    ]) {
      expect(title).toContain(line);
    }
    for (const line of [
      '1. folderComplete: ____________________\n— подпись Сидорова\u00a0А., 01.11.2026',
      ': нет второго счёта',
      'Заказ курьеру: Даймакс, 2, 94-08-53; забор 02.11.2026; дней в пути: 4; заказ записан: Сидорова\u00a0А.',
      'Ключ и диск выданы: ',
      'Назначенный день доставки: 06.11.2026',
      'Курьер забрал посылку: —',
    ]) {
      expect(checklist).toContain(line);
    }
  });
});

async function twoProducts(dialect: (typeof dialects)[number], hasServices = true) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = (name: TestName) => world.as(company.as(name));
  const { counterpartyId, purchaseId, paid } = await sellToTestClient(world, company);
  const row = { name: 'ArchiSport', sortKey: 'archisport', createdAt: 0, disabledAt: null };
  await world.store.tx((db) => insertProject(db, { id: 'archisport', ...row }));
  const other = purchaseInputSchema.parse({ ...paid, projectId: 'archisport', contractNumber: '2026/119' });
  const second = await recordPurchase(as('anna'), { counterpartyId, ...other });
  const { folderId } = await handOverFolder(as('boris'), {
    ...{ counterpartyId, ...titlePage, hasServices },
    purchaseIds: [purchaseId, second.purchaseId],
    contractCopies: 6,
  });
  await takeOverFolder(as('anna'), { folderId, seenManagerId: null });
  return {
    as,
    world,
    folderId,
    counterpartyId,
    make: (asked: Omit<Parameters<typeof makeDocument>[1], 'folderId'>) =>
      makeDocument(as('anna'), { folderId, ...asked }),
    textOf: async (documentId: string) =>
      (await downloadDocument(as('anna'), { documentId, format: 'pdf' })).document,
  };
}
