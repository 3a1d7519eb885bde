import { describe, expect, test } from 'vitest';
import { getAppeal } from '@/db/appeals';
import { listChanges } from '@/db/changes';
import { insertCities } from '@/db/cities';
import { deleteContracts } from '@/db/contracts';
import { updateEmployee } from '@/db/employees';
import { listFolderSignatures } from '@/db/folder-signatures';
import { getFolder as getFolderRow, updateFolder } from '@/db/folders';
import { getLetter, updateLetter } from '@/db/letters';
import { listNextReactionsOfAppeals, updateNextReaction } from '@/db/next-reactions';
import { updatePurchase as savePurchase } from '@/db/purchases';
import { listReactionsOfAppeals } from '@/db/reactions';
import { dialects, openTestStore } from '@/db/testing';
import { dayMs } from '@/lib/domain/duration';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import type { HandOverFolder } from '@/lib/domain/folders/folders.contract';
import { type FolderStep, folderSteps } from '@/lib/domain/folders/step';
import type { LetterState } from '@/lib/domain/letters/letter';
import { purchaseInputSchema } from '@/lib/domain/purchases/purchases.contract';
import type { Responsible } from '@/lib/domain/reactions/records';
import { closeAppeal } from '@/lib/operations/appeals/close-appeal';
import type { Context } from '@/lib/operations/context';
import { getCounterparty } from '@/lib/operations/counterparties/get-counterparty';
import { searchCounterparties } from '@/lib/operations/counterparties/search-counterparties';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import { makeDocument } from '@/lib/operations/documents/make-document';
import type { TestName } from '@/lib/operations/employees/testing';
import { sendLetters } from '@/lib/operations/letters/send-letters';
import { settleStuckLetter, tellAuthor } from '@/lib/operations/letters/tell-author';
import { startErasure } from '@/lib/operations/personal-data/start-erasure';
import { workOnErasures } from '@/lib/operations/personal-data/work-on-erasures';
import { listPurchases } from '@/lib/operations/purchases/list-purchases';
import { recordPurchase } from '@/lib/operations/purchases/record-purchase';
import { removePurchase } from '@/lib/operations/purchases/remove-purchase';
import { updatePurchase } from '@/lib/operations/purchases/update-purchase';
import { changeManyNextReactions } from '@/lib/operations/reactions/change-many-next-reactions';
import { closeNextReaction } from '@/lib/operations/reactions/close-next-reaction';
import { fulfilNextReaction } from '@/lib/operations/reactions/fulfil-next-reaction';
import { handOverNextReaction } from '@/lib/operations/reactions/hand-over-next-reaction';
import { listChoices } from '@/lib/operations/reactions/list-choices';
import { listNextReactions } from '@/lib/operations/reactions/list-next-reactions';
import { postponeNextReaction } from '@/lib/operations/reactions/postpone-next-reaction';
import { recordReaction } from '@/lib/operations/reactions/record-reaction';
import { undoNextReactions } from '@/lib/operations/reactions/undo-next-reactions';
import { cityRow } from '@/lib/operations/settings/city-row';
import { updateProject } from '@/lib/operations/settings/update-project';
import { createTestWorld, type TestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { RecordingsInMemory } from '@/tests/recordings-in-memory';
import { askSignatures } from './ask-signatures';
import { collectParcel } from './collect-parcel';
import { confirmKey } from './confirm-key';
import { correctTitlePage } from './correct-title-page';
import { getFolder } from './get-folder';
import { giveSignatures } from './give-signatures';
import { handOverFolder } from './hand-over-folder';
import { listFolders } from './list-folders';
import { orderCourier } from './order-courier';
import { planDelivery } from './plan-delivery';
import { printFolder } from './print-folder';
import { reopenStep } from './reopen-step';
import { reportDeviation } from './report-deviation';
import { sendContacts } from './send-contacts';
import { settleDelivery } from './settle-delivery';
import { settleDeviation } from './settle-deviation';
import { signStep } from './sign-step';
import { takeOverFolder } from './take-over-folder';
import { handOverTestClient, signAsSeen, titlePage } from './testing-folders';

const courier = { name: 'Даймакс', phone: '94-08-53', prefix: '2', days: 4, pickupOn: '2026-11-02' };
const refused = (reason: string) => ({ code: 'notPossibleNow', details: { reason } });

describe.each(dialects)('a client folder on %s', (dialect) => {
  test('is handed over in one act with a next reaction of the client department (ON-1)', async () => {
    const { as, folderId, open, counterpartyId } = await handedOver(dialect);
    expect(await getFolder(as('pavel'), { folderId })).toMatchObject({
      number: 1,
      state: 'incoming',
      products: ['ArchiMed+'],
      contracts: ['2026/118'],
      titlePage: { phone: { raw: '8 (3842) 58-12-34', e164: '+73842581234' } },
      salesManager: { id: 'pavel' },
      waitsFor: [{ what: 'takeOver', departmentKind: 'client' }],
    });
    expect(await open()).toMatchObject([
      { topic: 'принять папку клиента № 1', responsibleDepartmentId: 'client', responsibleEmployeeId: null },
    ]);
    const page = await getCounterparty(as('anna'), { counterpartyId });
    expect(page).toMatchObject({ folders: [{ id: folderId, state: 'incoming' }], purchasesToHandOver: [] });
  });

  test('takes only what is paid, stands in a contract and lies in no folder, in three copies (ON-1)', async () => {
    const { as, counterpartyId, purchaseId, paid } = await handedOver(dialect);
    const hand = (purchaseIds: string[]) =>
      handOverFolder(as('anna'), { counterpartyId, purchaseIds, ...titlePage });
    const wrong = async (change: object) => {
      const input = purchaseInputSchema.parse({ ...paid, ...change });
      return (await recordPurchase(as('anna'), { counterpartyId, ...input })).purchaseId;
    };
    const problems: [string, string][] = [
      [purchaseId, 'folders.errors.handedOver'],
      [await wrong({ paidOn: null }), 'folders.errors.notPaid'],
      [await wrong({ contractNumber: '' }), 'folders.errors.noContract'],
      [await wrong({ projectId: null }), 'folders.errors.noProduct'],
      ['чужая', 'notAChoice'],
    ];
    for (const [id, problem] of problems) {
      await expect(hand([id]), problem).rejects.toMatchObject({ fields: { purchaseIds: problem } });
    }
    await expect(
      handOverFolder(as('anna'), {
        ...{ counterpartyId, ...titlePage },
        purchaseIds: [await wrong({})],
        salesManagerId: 'никто',
      }),
    ).rejects.toMatchObject({ fields: { salesManagerId: 'notAChoice' } });
    const two = [await wrong({}), await wrong({ contractNumber: '2026/119' })];
    const handTwo = (given: Partial<HandOverFolder>) =>
      handOverFolder(as('anna'), { counterpartyId, purchaseIds: two, ...titlePage, ...given });
    await expect(handTwo({ contractCopies: 6, salesManagerId: 'anna' })).rejects.toMatchObject({
      fields: { salesManagerId: 'notAChoice' },
    });
    await expect(handTwo({ contractCopies: 5 })).rejects.toMatchObject({
      fields: { contractCopies: 'folders.errors.wrongContractCopies' },
    });
    await expect(handTwo({ contractCopies: 7 })).rejects.toMatchObject({
      fields: { contractCopies: 'folders.errors.wrongContractCopies' },
    });
    await handTwo({ contractCopies: 6 });
    await expect(
      handOverFolder(as('alla'), { counterpartyId, purchaseIds: [], ...titlePage }),
    ).rejects.toThrow();
  });

  test('puts its contracts on the card, which is found by them from then on (ON-1, IN-4)', async () => {
    const { as, counterpartyId, purchaseId, paid, world } = await handedOver(dialect);
    const contracts = async () => (await getCounterparty(as('anna'), { counterpartyId })).card.contracts;
    expect(await contracts()).toEqual(['2026/118']);
    await updatePurchase(as('anna'), { ...paid, purchaseId, version: 1, contractNumber: 'К-7' });
    expect(await contracts()).toEqual(['2026/118', 'К-7']);
    const { purchaseId: bought } = await recordPurchase(as('anna'), {
      ...{ ...paid, counterpartyId },
      contractNumber: '№ 2026 / 118',
    });
    expect(await contracts()).toEqual(['2026/118', 'К-7']);
    await world.store.tx((db) => deleteContracts(db, counterpartyId));
    await handOverFolder(as('anna'), { counterpartyId, purchaseIds: [bought], ...titlePage });
    expect(await contracts()).toEqual(['№ 2026 / 118']);
    const { cards } = await searchCounterparties(as('anna'), { query: '2026/118' });
    expect(cards.map(({ id }) => id)).toEqual([counterpartyId]);
    const history = await listChanges(world.store.read, 'counterparty', counterpartyId, 9);
    expect(history.flatMap(({ fields }) => (fields.contracts ? [fields.contracts] : []))).toContainEqual({
      from: ['2026/118'],
      to: ['2026/118', 'К-7'],
    });
  });

  test('is handed over with a phone that can be dialled, in full or of its city (ON-1, ON-4)', async () => {
    const { as, counterpartyId, paid } = await handedOver(dialect);
    const hand = async (given: Partial<HandOverFolder>) => {
      const { purchaseId } = await recordPurchase(as('anna'), { counterpartyId, ...paid });
      const input = { counterpartyId, purchaseIds: [purchaseId], ...titlePage, ...given };
      const { folderId } = await handOverFolder(as('anna'), input);
      return (await getFolder(as('anna'), { folderId })).titlePage.phone.e164;
    };
    const problems: [Partial<HandOverFolder>, string][] = [
      [{ phone: 'нет телефона' }, 'cannotBeDialled'],
      [{ phone: '57-92-16, доб 280', city: 'Нигде' }, 'cityCodeMissing'],
    ];
    for (const [given, phone] of problems) {
      await expect(hand(given), given.phone).rejects.toMatchObject({ fields: { phone } });
    }
    expect(await hand({ phone: '57-92-16, доб 280' })).toBe('+73842579216');
    expect(await hand({ phone: '+7 (3842) 57-92-16, доб. 280', city: 'Нигде' })).toBe('+73842579216');
  });

  test('has its title page put right until it is signed, with its history (ON-1, ON-3)', async () => {
    const { as, folderId, counterpartyId, open, sign, take, version, world } = await handedOver(dialect);
    const right = { city: 'Кемерово', contactPerson: 'Петрова Анна', phone: '57-92-16' };
    const correct = async (name: TestName, given: object = {}) =>
      correctTitlePage(as(name), { folderId, ...right, version: await version(), ...given });
    await expect(correct('stepan')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(correct('alla')).rejects.toMatchObject({ code: 'notFound' });
    await expect(correct('pavel', { phone: 'нет телефона' })).rejects.toMatchObject({
      fields: { phone: 'cannotBeDialled' },
    });
    await expect(correct('pavel', { version: 9 })).rejects.toMatchObject({ code: 'conflict' });
    await correct('pavel');
    expect(await correct('pavel')).toEqual({ folderId, version: 2 });
    expect(await getFolder(as('anna'), { folderId })).toMatchObject({
      titlePage: { contactPerson: 'Петрова Анна', phone: { e164: '+73842579216' } },
      corrections: [
        {
          by: { id: 'pavel' },
          fields: [
            { name: 'contactPerson', from: 'Иванов Пётр', to: 'Петрова Анна' },
            { name: 'phone', from: '8 (3842) 58-12-34', to: '57-92-16' },
          ],
        },
      ],
      may: { correctTitlePage: true },
    });
    expect(await open()).toMatchObject([{ topic: 'принять папку клиента № 1' }]);
    await take();
    await correct('anna', { contactPerson: 'Иванов Пётр' });
    await sign('folderComplete');
    await expect(correct('anna')).rejects.toMatchObject(refused('signedAlready'));
    expect((await getFolder(as('anna'), { folderId })).may.correctTitlePage).toBe(false);
    await reopenStep(as('clara'), { folderId, step: 'folderComplete', reason: 'другой телефон' });
    await correct('polina');
    await erase(world, as('alla'), counterpartyId);
    const { corrections } = await getFolder(as('clara'), { folderId });
    expect(corrections).toHaveLength(3);
    expect(JSON.stringify(corrections)).not.toMatch(/Иванов|Петрова|57-92-16|58-12-34/);
  });

  test('is picked up within sixty days, and delivered no earlier than its way takes (ON-2, ON-5)', async () => {
    const { as, folderId, take, version } = await handedOver(dialect);
    await take();
    const order = async (pickupOn: string) =>
      orderCourier(as('anna'), { folderId, ...courier, pickupOn, version: await version() });
    await expect(order('2026-10-31')).rejects.toMatchObject({ fields: { pickupOn: 'inThePast' } });
    await expect(order('2099-01-01')).rejects.toMatchObject({
      fields: { pickupOn: 'folders.errors.pickupTooFar' },
    });
    await order('2026-11-05');
    const plan = async (deliveryOn: string) =>
      planDelivery(as('anna'), { folderId, deliveryOn, version: await version() });
    await expect(plan('2026-11-04')).rejects.toMatchObject({
      fields: { deliveryOn: 'folders.errors.beforePickup' },
    });
    await expect(plan('2027-01-31')).rejects.toMatchObject({
      fields: { deliveryOn: 'folders.errors.deliveryTooFar' },
    });
    await expect(plan('2026-11-08')).rejects.toMatchObject({
      fields: { deliveryOn: 'folders.errors.beforeArrival' },
    });
    await plan('2026-11-09');
    await expect(order('2026-11-10')).rejects.toMatchObject({
      fields: { pickupOn: 'folders.errors.afterDelivery' },
    });
    await expect(order('2026-11-06')).rejects.toMatchObject({
      fields: { days: 'folders.errors.arrivesAfterDelivery' },
    });
    await plan('2026-11-10');
    await order('2026-11-06');
  });

  test('is not written over by a window that shows what stood there before', async () => {
    const { as, folderId, prepare, sign, take, version } = await handedOver(dialect);
    await take();
    const seen = await version();
    await orderCourier(as('anna'), { folderId, ...courier, version: seen });
    const late = [
      () => orderCourier(as('boris'), { folderId, ...courier, days: 9, version: seen }),
      () => planDelivery(as('boris'), { folderId, deliveryOn: '2026-11-09', version: seen }),
    ];
    for (const change of late) await expect(change()).rejects.toMatchObject({ code: 'conflict' });
    expect((await getFolder(as('anna'), { folderId })).courier).toMatchObject({ days: 4 });
    await prepare();
    await sign('acts');
    await collectParcel(as('anna'), { folderId });
    const chased = { outcome: 'chased', note: 'застряла', deliveryOn: '2026-11-12' } as const;
    const before = await version();
    await settleDelivery(as('anna'), { folderId, ...chased, version: before });
    await expect(
      settleDelivery(as('boris'), { folderId, ...chased, deliveryOn: '2026-11-15', version: before }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  test('makes whoever takes it over the client’s manager, once (ON-1, CO-1)', async () => {
    const { as, folderId, open, counterpartyId, world } = await handedOver(dialect);
    await expect(takeOverFolder(as('pavel'), { folderId, seenManagerId: null })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(signAsSeen(as('anna'), { folderId, step: 'box' })).rejects.toMatchObject(
      refused('notTaken'),
    );
    await takeOverFolder(as('anna'), { folderId, seenManagerId: null });
    const { card } = await getCounterparty(as('anna'), { counterpartyId });
    expect(card.assignedTo?.id).toBe('anna');
    expect(await open()).toMatchObject([
      { topic: 'выдать ключ и диск по папке № 1', responsibleDepartmentId: 'support' },
      { topic: 'подготовить папку клиента № 1', responsibleEmployeeId: 'anna' },
    ]);
    await expect(takeOverFolder(as('boris'), { folderId, seenManagerId: null })).rejects.toMatchObject(
      refused('alreadyTaken'),
    );
    await world.store.tx((db) => updateEmployee(db, 'anna', { disabledAt: world.now() }));
    expect((await getFolder(as('boris'), { folderId })).may.takeOver).toBe(true);
    await takeOverFolder(as('boris'), { folderId, seenManagerId: null });
    expect((await open()).map(({ responsibleEmployeeId }) => responsibleEmployeeId)).toEqual([null, 'boris']);
  });

  test('takes a colleague’s client over from whom was seen alone, with the rest of the work (CO-1)', async () => {
    const { as, folderId, counterpartyId, paid, take, version, world } = await handedOver(dialect);
    await take();
    await planDelivery(as('anna'), { folderId, deliveryOn: '2026-11-06', version: await version() });
    const { purchaseId } = await recordPurchase(as('anna'), { counterpartyId, ...paid });
    const second = await handOverFolder(as('boris'), {
      ...{ counterpartyId, ...titlePage },
      purchaseIds: [purchaseId],
    });
    const takeSecond = (name: TestName, seenManagerId: string | null) =>
      takeOverFolder(as(name), { folderId: second.folderId, seenManagerId });
    expect(await getFolder(as('boris'), second)).toMatchObject({ colleague: { id: 'anna' } });
    for (const seen of [null, 'clara']) {
      await expect(takeSecond('boris', seen)).rejects.toMatchObject({
        code: 'conflict',
        details: { reason: 'anotherManager' },
      });
    }
    await takeSecond('boris', 'anna');
    const first = (await getFolderRow(world.store.read, folderId))!;
    expect(first.takenBy).toBe('boris');
    const left = await listNextReactionsOfAppeals(world.store.read, [first.appealId], 'open');
    expect(left.flatMap(({ responsibleEmployeeId }) => responsibleEmployeeId ?? [])).toEqual([
      'boris',
      'boris',
    ]);
    const { card } = await getCounterparty(as('boris'), { counterpartyId });
    expect(card.assignedTo?.id).toBe('boris');
  });

  test('that is done stays with whoever had it, and its client with theirs (CO-1)', async () => {
    const { as, folderId, counterpartyId, prepare, sign, world } = await handedOver(dialect);
    await prepare();
    await sign('acts');
    await collectParcel(as('anna'), { folderId });
    await settleDelivery(as('anna'), { folderId, outcome: 'delivered', note: '' });
    await world.store.tx((db) => updateEmployee(db, 'anna', { disabledAt: world.now() }));
    expect((await getFolder(as('boris'), { folderId })).may.takeOver).toBe(false);
    await expect(takeOverFolder(as('boris'), { folderId, seenManagerId: null })).rejects.toMatchObject(
      refused('done'),
    );
    const { card } = await getCounterparty(as('boris'), { counterpartyId });
    expect(card.assignedTo?.id).toBe('anna');
  });

  test('asks for what its rules ask, and stands «не требуется» where they do not (ON-0, ON-2)', async () => {
    const { as, folderId } = await handedOver(dialect, { hasParts: false });
    await takeOverFolder(as('anna'), { folderId, seenManagerId: null });
    const { steps } = await getFolder(as('anna'), { folderId });
    expect(steps.filter(({ isRequired }) => isRequired).map(({ step }) => step)).toEqual([
      'folderComplete',
      'signatures',
      'clientCalled',
      'contactsSent',
      'acts',
    ]);
    const sign = (step: FolderStep) => signAsSeen(as('anna'), { folderId, step });
    await expect(sign('box')).rejects.toMatchObject(refused('notRequired'));
    await expect(orderCourier(as('anna'), { folderId, ...courier, version: 2 })).rejects.toMatchObject(
      refused('noParcel'),
    );
    await expect(confirmKey(as('stepan'), { folderId })).rejects.toMatchObject(refused('noParcel'));
  });

  test('asks for a book of the products that come with one, as the settings say (ON-2)', async () => {
    const { as, folderId } = await handedOver(dialect);
    const asks = async () =>
      (await getFolder(as('anna'), { folderId })).steps.find(({ step }) => step === 'book')!.isRequired;
    expect(await asks()).toBe(true);
    const project = { projectId: 'archimed', version: 1, hasBook: false, name: 'ArchiMed Плюс' };
    await updateProject(as('alla'), project);
    expect(await asks()).toBe(false);
    await updateProject(as('alla'), { ...project, version: 2, hasBook: true });
    expect(await asks()).toBe(true);
  });

  test('is signed step by step, in the order its rules allow, each once (ON-2)', async () => {
    const { as, folderId, sign, take } = await handedOver(dialect);
    await take();
    const problems: Partial<Record<FolderStep, string>> = {
      signatures: 'folderIncomplete',
      courierCalled: 'noCourierOrder',
      clientCalled: 'notWelcomed',
      contactsSent: 'contactsNotSent',
      deliveryReaction: 'noDeliveryDate',
      keyAndDisc: 'keyNotConfirmed',
      acts: 'actMissing',
    };
    const { steps } = await getFolder(as('anna'), { folderId });
    expect(
      Object.fromEntries(steps.flatMap(({ step, problem }) => (problem ? [[step, problem]] : []))),
    ).toEqual(problems);
    for (const [step, problem] of Object.entries(problems)) {
      await expect(sign(step as FolderStep), step).rejects.toMatchObject(refused(problem));
    }
    const { hash } = await sign('folderComplete');
    await expect(sign('folderComplete')).rejects.toMatchObject(refused('alreadySigned'));
    expect((await getFolder(as('pavel'), { folderId })).steps[0]).toMatchObject({
      signature: { signedAs: 'Сидорова\u00a0А.', hash, isIntact: true },
    });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    await sign('signatures');
    await expect(signAsSeen(as('pavel'), { folderId, step: 'box' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('waits for the head where signatures are missing, and is stamped then (ON-2)', async () => {
    const { as, folderId, open, sign, take } = await handedOver(dialect);
    await take();
    await sign('folderComplete');
    const ask = () => askSignatures(as('anna'), { folderId, text: 'второй договор не подписан' });
    const give = (name: TestName) => giveSignatures(as(name), { folderId });
    await expect(give('clara')).rejects.toMatchObject(refused('alreadyDone'));
    await ask();
    expect((await getFolder(as('clara'), { folderId })).signatures).toMatchObject({
      missing: 'второй договор не подписан',
    });
    await expect(ask()).rejects.toMatchObject(refused('alreadyDone'));
    const ofHead = async () => (await open()).filter(({ responsibleEmployeeId: id }) => id === 'clara');
    expect(await ofHead()).toMatchObject([{ topic: 'подписать счета и договоры папки № 1' }]);
    await expect(sign('signatures')).rejects.toMatchObject(refused('signaturesMissing'));
    const { rows } = await listFolders(as('clara'), { state: 'open', scope: 'all', limit: 9 });
    expect(rows[0]!.waitsFor.map(({ what }) => what)).toContain('giveSignatures');
    await expect(give('anna')).rejects.toMatchObject({ code: 'forbidden' });
    await give('clara');
    expect(await ofHead()).toEqual([]);
    expect((await getFolder(as('anna'), { folderId })).signatures).toMatchObject({
      givenBy: { id: 'clara' },
    });
    await sign('signatures');
    await expect(ask()).rejects.toMatchObject(refused('signedAlready'));
  });

  test('keeps its appeal and its work open until it is done, however somebody would close them (ON-5)', async () => {
    const { as, folderId, appealId, open, take, world } = await handedOver(dialect);
    await take();
    await askSignatures(as('anna'), { folderId, text: 'нет печати' });
    const reason = 'не нужно';
    const notDone = {
      ...refused('folderNotDone'),
      details: { reason: 'folderNotDone', folderId, folderNumber: 1 },
    };
    const { version } = (await getAppeal(world.store.read, appealId))!;
    await expect(closeAppeal(as('clara'), { appealId, version, reason })).rejects.toMatchObject(notDone);
    const before = await open();
    const bulk = await changeManyNextReactions(as('clara'), {
      rows: before
        .filter(({ responsibleDepartmentId: id }) => id === 'client')
        .map(({ id, version }) => ({ id, version })),
      change: { kind: 'close' },
      reason,
    });
    expect(bulk.done).toEqual([]);
    expect(bulk.refused.map((one) => one.reason)).toEqual(['endsInFolder', 'endsInFolder']);
    const forKey = before.find(({ topic }) => topic.startsWith('выдать ключ'))!;
    await expect(
      closeNextReaction(as('stepan'), {
        ...{ nextReactionId: forKey.id, version: forKey.version, reason },
        outcome: 'closed',
      }),
    ).rejects.toMatchObject(refused('endsInFolder'));
    await expect(
      recordReaction(as('clara'), {
        counterparty: { use: 'existing', id: before[0]!.counterpartyId!, complete: {} },
        appeal: { use: 'existing', id: appealId },
        reaction: { type: 'visit', topic: 'разговор', note: '' },
        nextReactions: [],
        closeAppeal: { reason },
      }),
    ).rejects.toMatchObject(notDone);
    expect((await open()).map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
  });

  test('keeps waiting when the last that was open ended beside it (ON-5)', async () => {
    const { as, folderId, appealId, open, take, company, world } = await handedOver(dialect);
    await take();
    await sendContacts(as('anna'), { folderId, to: 'romashka@example.com' }, { hasPost: true });
    const { contactsLetterId } = (await getFolderRow(world.store.read, folderId))!;
    const letter = (await getLetter(world.store.read, contactsLetterId!))!;
    const context = as('anna');
    await context.tx((tx) => tellAuthor(tx, context, letter, 'unconfirmed'));
    await world.store.tx(async (db) => {
      for (const { id, reactionId } of await listNextReactionsOfAppeals(db, [appealId], 'open')) {
        if (reactionId !== letter.reactionId) await updateNextReaction(db, id, { endedAt: 1 });
      }
    });
    await context.tx((tx) => settleStuckLetter(tx, context, letter, company.as('anna').id));
    const [left, ...others] = await open();
    expect(left).toMatchObject({ topic: 'подготовить папку клиента № 1', responsibleEmployeeId: 'anna' });
    expect(others).toEqual([]);
    expect(await getFolderRow(world.store.read, folderId)).toMatchObject({ workNextReactionId: left!.id });
    expect((await getAppeal(world.store.read, appealId))!.closedAt).toBeNull();
  });

  test('has its missing signatures given in the folder alone, and nothing of it stays open (ON-2)', async () => {
    const { as, folderId, open, take } = await handedOver(dialect);
    await take();
    await askSignatures(as('anna'), { folderId, text: 'нет печати на договоре' });
    const ofHead = async () => (await open()).filter(({ responsibleEmployeeId: id }) => id === 'clara');
    const [asked] = await ofHead();
    await expect(
      fulfilNextReaction(as('clara'), {
        nextReactionId: asked!.id,
        reaction: { type: 'other', topic: 'сделано', note: '' },
        nextReactions: [],
      }),
    ).rejects.toMatchObject({ code: 'notPossibleNow', details: { reason: 'endsInFolder', folderId } });
    await giveSignatures(as('clara'), { folderId });
    expect(await ofHead()).toEqual([]);
  });

  test('has what it waits for done in the folder alone: the key, the work and its deviations (ON-2, ON-3, ON-5)', async () => {
    const { as, folderId, open, take, world } = await handedOver(dialect);
    const done = async (name: TestName, topic: string) => {
      const next = (await open()).find((one) => one.topic.startsWith(topic))!;
      const { rows } = await listNextReactions(as(name), { scope: 'department', limit: 50 });
      expect(rows.find(({ id }) => id === next.id)).toMatchObject({
        folder: { id: folderId, number: 1 },
        may: { act: true, fulfil: false, close: false },
      });
      await expect(
        fulfilNextReaction(as(name), {
          nextReactionId: next.id,
          reaction: { type: 'other', topic: 'сделано', note: '' },
          nextReactions: [],
        }),
      ).rejects.toMatchObject({ code: 'notPossibleNow', details: { reason: 'endsInFolder', folderId } });
    };
    await take();
    await reportDeviation(as('anna'), { folderId, text: 'нет второго счёта' });
    await done('stepan', 'выдать ключ и диск');
    await done('anna', 'подготовить папку');
    await done('pavel', 'отклонение в папке');
    expect((await getFolderRow(world.store.read, folderId))!.keyConfirmedAt).toBeNull();
    await confirmKey(as('stepan'), { folderId });
    expect((await open()).some(({ topic }) => topic.startsWith('выдать ключ'))).toBe(false);
  });

  test('has its work handed over to those alone who can end it there (ON-2, ON-3, ON-5)', async () => {
    const { as, folderId, open, take } = await handedOver(dialect);
    await take();
    await reportDeviation(as('anna'), { folderId, text: 'нет второго счёта' });
    await askSignatures(as('anna'), { folderId, text: 'нет подписи на счёте' });
    const work = async (topic: string) => (await open()).find((one) => one.topic.startsWith(topic))!;
    const give = async (name: TestName, topic: string, responsible: Responsible) => {
      const { id: nextReactionId, version } = await work(topic);
      return handOverNextReaction(as(name), { nextReactionId, version, responsible, reason: 'передаю' });
    };
    const toPerson = (employeeId: TestName) => ({ kind: 'employee' as const, employeeId });
    const toDepartment = (departmentKind: DepartmentKind) => ({
      kind: 'department' as const,
      departmentKind,
    });
    const notTheirs = {
      code: 'invalid',
      fields: { responsible: 'reactions.errors.folderOfOthers' },
      details: { reason: 'folderOfOthers' },
    };
    await expect(give('stepan', 'выдать ключ', toPerson('pavel'))).rejects.toMatchObject(notTheirs);
    await expect(give('stepan', 'выдать ключ', toDepartment('client'))).rejects.toMatchObject(notTheirs);
    await give('stepan', 'выдать ключ', toPerson('sofia'));
    for (const name of ['pavel', 'stepan'] as const)
      await expect(give('anna', 'подготовить папку', toPerson(name))).rejects.toMatchObject(notTheirs);
    await expect(give('anna', 'подготовить папку', toDepartment('sales'))).rejects.toMatchObject(notTheirs);
    await give('anna', 'подготовить папку', toPerson('boris'));
    await expect(give('clara', 'подписать', toPerson('anna'))).rejects.toMatchObject(notTheirs);
    await expect(give('pavel', 'отклонение', toPerson('stepan'))).rejects.toMatchObject(notTheirs);
    const many = await changeManyNextReactions(as('clara'), {
      rows: [await work('подготовить папку')].map(({ id, version }) => ({ id, version })),
      reason: 'передаю',
      change: { kind: 'handOver', responsible: toDepartment('support') },
    });
    expect(many).toMatchObject({ done: [], refused: [{ reason: 'folderOfOthers' }] });
    const offered = async (name: TestName, topic: string) =>
      (await listChoices(as(name), { nextReactionId: (await work(topic)).id })).receivers!.flatMap((one) =>
        one.kind === 'employee' ? one.employeeId : one.kind === 'department' ? one.departmentKind : [],
      );
    expect((await offered('sofia', 'выдать ключ')).sort()).toEqual(['sofia', 'stepan', 'support']);
    expect((await offered('pavel', 'отклонение')).sort()).toEqual(
      ['anna', 'boris', 'clara', 'client', 'gleb', 'management', 'marina', 'pavel', 'polina', 'sales'].sort(),
    );
  });

  test('keeps the next reaction for the delivery on the day that stands in the folder (ON-5)', async () => {
    const { as, world, folderId, open, take, version } = await handedOver(dialect);
    await take();
    await planDelivery(as('anna'), { folderId, deliveryOn: '2026-11-09', version: await version() });
    const planned = async () => (await open()).find(({ topic }) => topic === 'доставка посылки')!;
    const { id: nextReactionId, version: first, dueAt } = await planned();
    const row = { nextReactionId, version: first, dueAt: dueAt + dayMs, reason: 'позже' };
    const inFolder = { code: 'notPossibleNow', details: { reason: 'deliveryDayInFolder', folderId } };
    await expect(postponeNextReaction(as('anna'), row)).rejects.toMatchObject(inFolder);
    await expect(
      handOverNextReaction(as('anna'), { ...row, responsible: { kind: 'employee', employeeId: 'boris' } }),
    ).rejects.toMatchObject(inFolder);
    const many = await changeManyNextReactions(as('clara'), {
      rows: [{ id: nextReactionId, version: first }],
      reason: 'позже',
      change: { kind: 'postpone', dueAt: dueAt + dayMs },
    });
    expect(many).toMatchObject({ done: [], refused: [{ reason: 'deliveryDayInFolder' }] });
    const { rows } = await listNextReactions(as('anna'), { scope: 'mine', limit: 50 });
    expect(rows.find(({ id }) => id === nextReactionId)).toMatchObject({
      may: { act: true, postpone: false, handOver: true },
    });
    await planDelivery(as('anna'), { folderId, deliveryOn: '2026-11-10', version: await version() });
    const moved = await planned();
    const undone = await undoNextReactions(as('anna'), { rows: [{ id: moved.id, version: moved.version }] });
    expect(undone).toMatchObject({ done: [], refused: [{ reason: 'deliveryDayInFolder' }] });
    expect((await getFolderRow(world.store.read, folderId))!.deliveryOn).toBe('2026-11-10');
  });

  test('shows when what was signed is not what it was', async () => {
    const { as, folderId, sign, take, world } = await handedOver(dialect);
    await take();
    await sign('folderComplete');
    const [row] = await listFolderSignatures(world.store.read, [folderId]);
    await world.store.tx(async (db) => {
      const content = { ...row!.content, facts: { ...row!.content.facts, contractCopies: 9 } };
      await db.q.update(db.t.folderSignatures).set({ content });
    });
    expect((await getFolder(as('anna'), { folderId })).steps[0]!.signature!.isIntact).toBe(false);
    const { rows } = await listFolders(as('anna'), { state: 'open', scope: 'all', limit: 9 });
    expect(rows).toMatchObject([{ signedCount: 0, requiredCount: 10 }]);
    const { documents } = await printFolder(as('anna'), { folderId }, (step) => step);
    const checklist = documents[1]!.lines;
    expect(checklist.filter((line) => line.endsWith(' — подписанное изменили'))).toEqual([
      expect.stringContaining('1. folderComplete: '),
    ]);
  });

  test('shows when what a step is about is not what was signed, and holds no word of the client', async () => {
    const { as, folderId, counterpartyId, purchaseId, paid, prepare, world } = await handedOver(dialect);
    await prepare();
    const intact = async () =>
      (await getFolder(as('anna'), { folderId })).steps.flatMap(({ step, signature }) =>
        signature && !signature.isIntact ? [step] : [],
      );
    expect(await intact()).toEqual([]);
    const stored = JSON.stringify(await listFolderSignatures(world.store.read, [folderId]));
    for (const word of ['Иванов', '58-12-34', '2026/118', 'Кемерово']) expect(stored).not.toContain(word);
    const set = (change: object) =>
      world.store.tx((db) => updateFolder(db, folderId, change as Parameters<typeof updateFolder>[2]));
    const changes: [object, object, FolderStep[]][] = [
      [{ invoiceNumber: '78' }, { invoiceNumber: '77' }, ['folderComplete', 'signatures']],
      [{ phone: '2' }, { phone: titlePage.phone }, ['folderComplete', 'signatures']],
      [{ courier: { ...courier, days: 9 } }, { courier }, ['courierCalled']],
      [{ deliveryOn: '2026-11-09' }, { deliveryOn: '2026-11-06' }, ['deliveryReaction']],
      [{ keyConfirmedBy: 'anna' }, { keyConfirmedBy: 'stepan' }, ['keyAndDisc']],
    ];
    for (const [change, back, steps] of changes) {
      await set(change);
      expect(await intact(), JSON.stringify(change)).toEqual(steps);
      await set(back);
    }
    world.pass(1);
    await makeDocument(as('anna'), { folderId, kind: 'contactsLetter', projectId: null });
    expect(await intact()).toEqual([]);
    const { rows } = await listPurchases(as('anna'), { counterpartyId, limit: 9 });
    const other = { ...paid, contractNumber: '2026/119', purchaseId, version: rows[0]!.version };
    await updatePurchase(as('anna'), other);
    expect(await intact()).toEqual(['folderComplete', 'signatures']);
  });

  test('is signed as it was seen: what changed meanwhile is shown again first (ON-2)', async () => {
    const { as, folderId, purchaseId, paid, take, sign } = await handedOver(dialect);
    await take();
    const seen = (await getFolder(as('anna'), { folderId })).steps[0]!.fingerprint;
    await sign('box');
    await updatePurchase(as('boris'), { ...paid, purchaseId, version: 1, contractNumber: '2026/119' });
    const input = { folderId, step: 'folderComplete' } as const;
    await expect(signStep(as('anna'), { ...input, seen })).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'stepChanged' },
    });
    const now = (await getFolder(as('anna'), { folderId })).steps[0]!.fingerprint;
    await confirmKey(as('stepan'), { folderId });
    await signStep(as('anna'), { ...input, seen: now });
  });

  test('keeps its purchases with their product, contract and payment (ON-1)', async () => {
    const { as, folderId, counterpartyId, purchaseId, paid, world } = await handedOver(dialect);
    const inFolder = { reason: 'inFolder', folderNumber: 1 };
    const anna = as('anna');
    await expect(removePurchase(anna, { purchaseId })).rejects.toMatchObject({
      code: 'notPossibleNow',
      details: inFolder,
    });
    const update = (change: object) => updatePurchase(anna, { ...paid, purchaseId, version: 1, ...change });
    const emptied = [
      ['projectId', null],
      ['contractNumber', ''],
      ['paidOn', null],
    ] as const;
    for (const [field, empty] of emptied) {
      await expect(update({ [field]: empty }), field).rejects.toMatchObject({
        fields: { [field]: 'required' },
        details: inFolder,
      });
    }
    await update({ contractNumber: '2026/119', note: 'номер исправлен' });
    const { purchaseId: outside } = await recordPurchase(anna, { counterpartyId, ...paid });
    await removePurchase(anna, { purchaseId: outside });
    await world.store.tx((db) => savePurchase(db, purchaseId, { removedAt: world.now() }));
    expect(await getFolder(anna, { folderId })).toMatchObject({ purchases: [], contracts: [] });
  });

  test('leaves the parcel to somebody until it is collected and its delivery until that is confirmed (ON-5)', async () => {
    const { as, folderId, appealId, open, prepare, sign, world } = await handedOver(dialect);
    await prepare();
    const { deliveryNextReactionId } = (await getFolderRow(world.store.read, folderId))!;
    const end = { endedAt: world.now(), endedBy: 'anna', outcome: 'closed' } as const;
    await world.store.tx((db) => updateNextReaction(db, deliveryNextReactionId!, end));
    const topics = async () => (await open()).map(({ topic }) => topic);
    await sign('acts');
    expect(await topics()).toEqual(['отдать посылку курьеру, папка № 1']);
    await collectParcel(as('anna'), { folderId });
    expect(await topics()).toEqual(['узнать о доставке, папка № 1']);
    await settleDelivery(as('anna'), { folderId, outcome: 'delivered', note: '' });
    expect(await topics()).toEqual([]);
    expect((await getAppeal(world.store.read, appealId))!.closedAt).toBe(world.now());
  });

  test('has a wrong order or a wrong key put right after the head reopened the step, also of a parcel on its way (ON-2)', async () => {
    const { as, folderId, appealId, open, prepare, sign, version, world } = await handedOver(dialect);
    await prepare();
    await sign('acts');
    world.pass(2 * dayMs);
    await collectParcel(as('anna'), { folderId });
    const order = async (pickupOn: string) =>
      orderCourier(as('anna'), { folderId, ...courier, days: 3, pickupOn, version: await version() });
    await expect(order('2026-11-01')).rejects.toMatchObject(refused('signedAlready'));
    await reopenStep(as('clara'), { folderId, step: 'courierCalled', reason: 'забрали раньше' });
    await expect(order('2026-11-06')).rejects.toMatchObject({
      fields: { pickupOn: 'folders.errors.pickupToCome' },
    });
    await order('2026-11-01');
    await sign('courierCalled');
    const acts = await listReactionsOfAppeals(world.store.read, [appealId], 99);
    expect(acts.map(({ note }) => note)).toContain(
      'Было: Даймакс, 2 94-08-53, забрать 2026-11-02, дней в пути: 4',
    );
    await expect(confirmKey(as('stepan'), { folderId })).rejects.toMatchObject(refused('alreadyDone'));
    await reopenStep(as('clara'), { folderId, step: 'keyAndDisc', reason: 'не тот ключ' });
    expect(await getFolder(as('stepan'), { folderId })).toMatchObject({
      keyConfirmed: null,
      may: { confirmKey: true },
    });
    await expect(sign('keyAndDisc')).rejects.toMatchObject(refused('keyNotConfirmed'));
    expect((await open()).map(({ topic }) => topic)).toContain('выдать ключ и диск по папке № 1');
    await confirmKey(as('stepan'), { folderId });
    await sign('keyAndDisc');
    await settleDelivery(as('anna'), { folderId, outcome: 'delivered', note: '' });
    expect(await open()).toEqual([]);
    expect(await getFolder(as('anna'), { folderId })).toMatchObject({ state: 'done' });
  });

  test('is not changed under a signature: the head reopens the step first (ON-2)', async () => {
    const { as, folderId, open, prepare, sign, version, world } = await handedOver(dialect);
    await prepare();
    const order = async () =>
      orderCourier(as('anna'), { folderId, ...courier, days: 3, version: await version() });
    const plan = async () =>
      planDelivery(as('anna'), { folderId, deliveryOn: '2026-11-09', version: await version() });
    const send = () => sendContacts(as('anna'), { folderId, to: 'client@example.com' }, { hasPost: true });
    for (const change of [order, plan, send]) {
      await expect(change(), change.name).rejects.toMatchObject(refused('signedAlready'));
    }
    for (const step of ['courierCalled', 'deliveryReaction'] as const) {
      await reopenStep(as('clara'), { folderId, step, reason: 'курьер перенёс' });
    }
    await order();
    await plan();
    for (const step of ['courierCalled', 'deliveryReaction', 'acts'] as const) await sign(step);
    await collectParcel(as('anna'), { folderId });
    world.pass(dayMs);
    const chased = { outcome: 'chased', note: 'застряла', deliveryOn: '2026-11-12' } as const;
    await settleDelivery(as('anna'), { folderId, ...chased, version: await version() });
    const { steps } = await getFolder(as('anna'), { folderId });
    expect(steps.every(({ signature }) => signature?.isIntact)).toBe(true);
    expect(await open()).toMatchObject([{ topic: 'доставка посылки' }]);
  });

  test('has its contacts sent by a letter that went, or printed for who has no address', async () => {
    const { as, folderId, sign, take, world } = await handedOver(dialect);
    await take();
    await sendContacts(as('anna'), { folderId, to: 'client@example.com' }, { hasPost: true });
    const { contactsLetterId } = (await getFolderRow(world.store.read, folderId))!;
    const becomes = (state: LetterState) =>
      world.store.tx((db) => updateLetter(db, contactsLetterId!, { state }));
    for (const state of ['waiting', 'sending', 'unconfirmed'] as const) {
      await becomes(state);
      await expect(sign('contactsSent'), state).rejects.toMatchObject(refused('contactsBeingSent'));
    }
    await becomes('failed');
    await expect(sign('contactsSent')).rejects.toMatchObject(refused('contactsNotSent'));
    await makeDocument(as('anna'), { folderId, kind: 'contactsLetter', projectId: null });
    await expect(sign('contactsSent')).rejects.toMatchObject(refused('contactsNotSent'));
    const problem = async (hasPost: boolean) =>
      (await getFolder(as('anna'), { folderId }, { hasPost })).steps.find(
        ({ step }) => step === 'contactsSent',
      )!.problem;
    expect([await problem(true), await problem(false)]).toEqual(['contactsNotSent', null]);
    await signAsSeen(as('anna'), { folderId, step: 'contactsSent' }, { hasPost: false });
  });

  test('is reopened only by the head and with a reason that stays (ON-2)', async () => {
    const { as, folderId, sign, take } = await handedOver(dialect);
    await take();
    await sign('folderComplete');
    const reopen = (name: TestName) =>
      reopenStep(as(name), { folderId, step: 'folderComplete', reason: 'нет второго счёта' });
    await expect(reopen('anna')).rejects.toMatchObject({ code: 'forbidden' });
    await reopen('clara');
    await expect(reopen('clara')).rejects.toMatchObject(refused('notSigned'));
    expect((await getFolder(as('anna'), { folderId })).steps[0]).toMatchObject({
      signature: null,
      reopened: [{ signedAs: 'Сидорова\u00a0А.', reason: 'нет второго счёта', reopenedBy: { id: 'clara' } }],
    });
    await sign('folderComplete');
  });

  test('tells the sales manager and the head of sales of a deviation until it is settled (ON-3)', async () => {
    const { as, folderId, open, sign, take } = await handedOver(dialect);
    await take();
    const text = 'нет печати на договоре';
    const { deviationId } = await reportDeviation(as('anna'), { folderId, text });
    const told = (await open()).filter(({ topic }) => topic.startsWith('отклонение'));
    expect(told.map(({ responsibleEmployeeId }) => responsibleEmployeeId).sort()).toEqual([
      'pavel',
      'polina',
    ]);
    await expect(sign('folderComplete')).rejects.toMatchObject(refused('openDeviation'));
    const { rows } = await listFolders(as('pavel'), { state: 'open', scope: 'all', limit: 9 });
    expect(rows).toMatchObject([
      { waitsFor: [{ what: 'settleDeviation', employee: { id: 'pavel' } }, {}, {}] },
    ]);
    const settle = (name: TestName) =>
      settleDeviation(as(name), { folderId, deviationId, settlement: 'поставили печать' });
    await expect(settle('stepan')).rejects.toMatchObject({ code: 'forbidden' });
    await settle('pavel');
    await expect(settle('polina')).rejects.toMatchObject(refused('alreadyDone'));
    expect((await open()).filter(({ topic }) => topic.startsWith('отклонение'))).toEqual([]);
    await sign('folderComplete');
  });

  test('with an open deviation is not complete, whatever is signed (ON-3)', async () => {
    const { as, folderId, open, prepare, sign } = await handedOver(dialect);
    await prepare();
    const { deviationId } = await reportDeviation(as('anna'), { folderId, text: 'нет печати' });
    await sign('acts');
    expect(await getFolder(as('anna'), { folderId })).toMatchObject({
      state: 'inWork',
      waitsFor: [{ what: 'settleDeviation' }],
    });
    expect((await open()).map(({ topic }) => topic)).toContain('подготовить папку клиента № 1');
    await expect(collectParcel(as('anna'), { folderId })).rejects.toMatchObject(refused('openDeviation'));
    await settleDeviation(as('pavel'), { folderId, deviationId, settlement: 'поставили печать' });
    expect((await getFolder(as('anna'), { folderId })).state).toBe('ready');
    expect(await open()).toMatchObject([{ topic: 'доставка посылки' }]);
    await collectParcel(as('anna'), { folderId });
  });

  test('delivered with an open deviation is done once it is settled, and so is its appeal', async () => {
    const { as, folderId, open, world, appealId, prepare, sign } = await handedOver(dialect);
    await prepare();
    await sign('acts');
    await collectParcel(as('anna'), { folderId });
    const { deviationId } = await reportDeviation(as('anna'), { folderId, text: 'нет печати' });
    for (const next of await open()) {
      if (!next.topic.startsWith('отклонение')) continue;
      await world.store.tx((db) => updateNextReaction(db, next.id, { endedAt: world.now() }));
    }
    await settleDelivery(as('anna'), { folderId, outcome: 'delivered', note: '' });
    expect((await getFolder(as('anna'), { folderId })).state).toBe('inWork');
    expect(await open()).toMatchObject([{ topic: 'подготовить папку клиента № 1' }]);
    await settleDeviation(as('pavel'), { folderId, deviationId, settlement: 'поставили печать' });
    expect((await getFolder(as('anna'), { folderId })).state).toBe('done');
    expect(await open()).toEqual([]);
    expect((await getAppeal(world.store.read, appealId))?.closedAt).not.toBeNull();
  });

  test('without a parcel is done by the settlement of its last deviation', async () => {
    const { as, folderId, open, world, appealId, sign, take } = await handedOver(dialect, {
      hasParts: false,
    });
    await take();
    const { deviationId } = await reportDeviation(as('anna'), { folderId, text: 'нет печати' });
    await settleDeviation(as('pavel'), { folderId, deviationId, settlement: 'поставили печать' });
    await world.store.tx(async (db) => {
      await db.q.update(db.t.folders).set({ welcomeCallId: 'call', welcomedAt: world.now() });
    });
    await makeDocument(as('anna'), { folderId, kind: 'contactsLetter', projectId: null });
    await makeDocument(as('anna'), { folderId, kind: 'handOverAct', projectId: 'archimed' });
    for (const step of ['folderComplete', 'signatures', 'clientCalled', 'contactsSent'] as const) {
      await sign(step);
    }
    const second = await reportDeviation(as('anna'), { folderId, text: 'нет второго счёта' });
    await sign('acts');
    expect((await getFolder(as('anna'), { folderId })).state).toBe('inWork');
    await settleDeviation(as('pavel'), { folderId, deviationId: second.deviationId, settlement: 'вложили' });
    expect((await getFolder(as('anna'), { folderId })).state).toBe('done');
    expect(await open()).toEqual([]);
    expect((await getAppeal(world.store.read, appealId))?.closedAt).not.toBeNull();
  });

  test('goes from the complete parcel to the confirmed delivery, and chases a late one (ON-5)', async () => {
    const { as, folderId, open, world, appealId, prepare, sign, version } = await handedOver(dialect);
    await prepare();
    await expect(collectParcel(as('anna'), { folderId })).rejects.toMatchObject(refused('stepsLeft'));
    await sign('acts');
    expect(await getFolder(as('anna'), { folderId })).toMatchObject({ state: 'ready' });
    expect(await open()).toMatchObject([{ topic: 'доставка посылки', responsibleEmployeeId: 'anna' }]);
    await collectParcel(as('anna'), { folderId });
    expect(await getFolder(as('anna'), { folderId })).toMatchObject({
      state: 'onTheWay',
      isDeliveryOverdue: false,
    });
    world.pass(6 * dayMs);
    await fireDueDeadlines(world.as(null));
    const late = await getFolder(as('anna'), { folderId });
    expect(late).toMatchObject({ isDeliveryOverdue: true, waitsFor: [{ what: 'confirmDelivery' }] });
    expect((await open())[0]!.dueAt).toBeLessThan(world.now());
    const chase = async (deliveryOn: string) =>
      settleDelivery(as('anna'), {
        ...{ folderId, outcome: 'chased', note: 'застряла в Томске', deliveryOn },
        version: await version(),
      });
    await expect(chase('2026-11-06')).rejects.toMatchObject({ fields: { deliveryOn: 'inThePast' } });
    await expect(chase('2027-02-06')).rejects.toMatchObject({
      fields: { deliveryOn: 'folders.errors.deliveryTooFar' },
    });
    await chase('2026-11-10');
    expect(await open()).toMatchObject([{ topic: 'доставка посылки' }]);
    await settleDelivery(as('anna'), { folderId, outcome: 'delivered', note: '' });
    expect(await getFolder(as('anna'), { folderId })).toMatchObject({ state: 'done', waitsFor: [] });
    expect(await open()).toEqual([]);
    expect((await getAppeal(world.store.read, appealId))?.closedAt).not.toBeNull();
  });

  test('moves a planned delivery with its history, and plans none for a day that has passed', async () => {
    const { as, folderId, open, take, version } = await handedOver(dialect);
    await take();
    const plan = async (deliveryOn: string) =>
      planDelivery(as('anna'), { folderId, deliveryOn, version: await version() });
    await expect(plan('2026-10-31')).rejects.toMatchObject({ fields: { deliveryOn: 'inThePast' } });
    await plan('2026-11-06');
    await plan('2026-11-09');
    const planned = (await open()).filter(({ topic }) => topic === 'доставка посылки');
    expect(planned).toMatchObject([{ postponedCount: 1, dueAt: Date.UTC(2026, 10, 9, 15) }]);
  });

  test('sends the own contacts by mail, and is signed for it; without a mail server says so', async () => {
    const { as, folderId, counterpartyId, sign, take, world } = await handedOver(dialect);
    await take();
    const send = (hasPost: boolean) =>
      sendContacts(as('anna'), { folderId, to: 'client@example.com' }, { hasPost });
    await expect(send(false)).rejects.toMatchObject(refused('noPost'));
    await send(true);
    expect((await getCounterparty(as('anna'), { counterpartyId })).card.emails).toEqual([
      'client@example.com',
    ]);
    expect(await getFolder(as('anna'), { folderId })).toMatchObject({
      contactsLetter: { state: 'waiting', to: ['client@example.com'] },
      documents: [{ kind: 'contactsLetter', number: 1 }],
    });
    await expect(sign('contactsSent')).rejects.toMatchObject(refused('contactsBeingSent'));
    const post = { send: async () => ({ result: 'sent' as const }) };
    await sendLetters(world.as(null), { post, attachments: new RecordingsInMemory() });
    await sign('contactsSent');
    expect((await getFolder(as('anna'), { folderId })).contactsLetter).toMatchObject({ state: 'sent' });
  });

  test('says nothing of its client once the client’s data is erased, and leaves the board', async () => {
    const { as, folderId, counterpartyId, sign, take, world } = await handedOver(dialect, {
      note: 'звонить Иванову',
    });
    await take();
    await sign('folderComplete');
    await reportDeviation(as('anna'), { folderId, text: 'Иванов Пётр не подписал' });
    await makeDocument(as('anna'), { folderId, kind: 'courierLabel', projectId: null });
    await erase(world, as('alla'), counterpartyId);
    const { q, t } = world.store.read;
    const kept = JSON.stringify([
      await q.select().from(t.folders),
      await q.select().from(t.folderDeviations),
      await q.select().from(t.documents),
    ]);
    for (const trace of ['Иванов', 'Ромашка', '58-12-34']) expect(kept, trace).not.toContain(trace);
    expect((await listFolders(as('clara'), { state: 'open', scope: 'all', limit: 9 })).rows).toEqual([]);
    expect(await listFolderSignatures(world.store.read, [folderId])).toMatchObject([
      { content: { salt: null } },
    ]);
    const [signed] = (await getFolder(as('clara'), { folderId })).steps;
    expect(signed!.signature!.isIntact).toBe(true);
  });

  test('is found among one’s own by whoever stands in for its people (CS-9)', async () => {
    const { company, folderId, take, world } = await handedOver(dialect);
    await take();
    const seenBy = async (name: TestName, standsInFor: TestName[]) => {
      const context = world.as(company.as(name, standsInFor));
      const { rows } = await listFolders(context, { state: 'open', scope: 'mine', limit: 9 });
      for (const { id } of rows) await getFolder(context, { folderId: id });
      return rows.map(({ id }) => id);
    };
    expect(await seenBy('polina', ['pavel'])).toEqual([folderId]);
    expect(await seenBy('clara', ['anna'])).toEqual([folderId]);
    expect(await seenBy('alla', ['boris', 'pavel'])).toEqual([folderId]);
    expect(await seenBy('clara', [])).toEqual([]);
  });

  test('stands on the board of those who see every folder, and of whoever handed it over', async () => {
    const { as, folderId } = await handedOver(dialect);
    const seenBy = async (name: TestName, scope: 'mine' | 'all' = 'all') =>
      (await listFolders(as(name), { state: 'open', scope, limit: 9 })).rows.length;
    const all = ['anna', 'clara', 'stepan', 'polina', 'marina', 'pavel'] as const;
    for (const name of all) expect(await seenBy(name), name).toBe(1);
    expect(await seenBy('anna', 'mine')).toBe(0);
    await takeOverFolder(as('anna'), { folderId, seenManagerId: null });
    expect(await seenBy('anna', 'mine')).toBe(1);
    expect(await seenBy('boris', 'mine')).toBe(1);
    expect(await seenBy('alla')).toBe(0);
    await expect(getFolder(as('alla'), { folderId })).rejects.toMatchObject({ code: 'notFound' });
  });
});

async function handedOver(dialect: (typeof dialects)[number], given: Partial<HandOverFolder> = {}) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = (name: TestName) => world.as(company.as(name));
  const city = { name: 'Кемерово', nameEn: '', region: '', timeZone: 'Asia/Novokuznetsk' };
  const row = cityRow({ ...city, diallingCodes: ['3842'] }, 'kemerovo', world.now());
  await world.store.tx((db) => insertCities(db, [row]));
  const sold = await handOverTestClient(world, company, given);
  const { folderId } = sold;
  const { appealId } = await getFolder(as('anna'), { folderId });
  const sign = (step: FolderStep) => signAsSeen(as('anna'), { folderId, step });
  const take = () => takeOverFolder(as('anna'), { folderId, seenManagerId: null });
  const version = async () => (await getFolder(as('anna'), { folderId })).version;
  return {
    ...sold,
    world,
    company,
    as,
    appealId,
    sign,
    take,
    version,
    open: () => listNextReactionsOfAppeals(world.store.read, [appealId], 'open'),
    /** Everything but the last signature, for a client who was welcomed. */
    async prepare() {
      if ((await getFolderRow(world.store.read, folderId))!.takenBy === null) await take();
      await confirmKey(as('stepan'), { folderId });
      await orderCourier(as('anna'), { folderId, ...courier, version: await version() });
      await planDelivery(as('anna'), { folderId, deliveryOn: '2026-11-06', version: await version() });
      await world.store.tx(async (db) => {
        await db.q.update(db.t.folders).set({ welcomeCallId: 'call', welcomedAt: world.now() });
      });
      await makeDocument(as('anna'), { folderId, kind: 'contactsLetter', projectId: null });
      await makeDocument(as('anna'), { folderId, kind: 'handOverAct', projectId: 'archimed' });
      for (const step of folderSteps) if (step !== 'acts') await sign(step);
    },
  };
}

/** Erases the client as the head of the company asks for it. */
async function erase(world: TestWorld, asked: Context, counterpartyId: string) {
  await startErasure(asked, {
    kind: 'card',
    id: counterpartyId,
    confirmation: 'ООО «Ромашка»',
    requestNumber: '17/2026',
    requestedOn: '2026-10-29',
    legalBasis: '152-ФЗ',
    reason: 'отозвано согласие',
  });
  const keeper = new RecordingsInMemory();
  for (let runs = 0; runs < 50; runs += 1) {
    await workOnErasures(world.as(null), {
      recordings: keeper,
      attachments: keeper,
      space: world.store.space,
      searchFiles: async () => [],
      isQuiet: () => true,
    });
  }
}
