import { describe, expect, test } from 'vitest';
import { insertComplaint, listComplaintsOfCounterparties, updateComplaint } from '@/db/complaints';
import { getCounterparty, updateCounterparty as saveCard } from '@/db/counterparties';
import { updatePurchase } from '@/db/purchases';
import { insertRound, updateRound } from '@/db/rounds';
import { dialects, openTestStore } from '@/db/testing';
import { dayMs } from '@/lib/domain/duration';
import { payContracts } from '@/lib/domain/pay/pay.contract';
import { purchaseInputSchema } from '@/lib/domain/purchases/purchases.contract';
import { assignClients } from '@/lib/operations/assignments/assign-clients';
import { answerComplaint } from '@/lib/operations/complaints/answer-complaint';
import { closeComplaint } from '@/lib/operations/complaints/close-complaint';
import { reopenComplaint } from '@/lib/operations/complaints/reopen-complaint';
import { takeComplaint } from '@/lib/operations/complaints/take-complaint';
import { mergeCounterparties } from '@/lib/operations/counterparties/merge-counterparties';
import { makeTestCard } from '@/lib/operations/counterparties/testing-cards';
import { updateCounterparty as updateCard } from '@/lib/operations/counterparties/update-counterparty';
import { disableEmployee } from '@/lib/operations/employees/disable-employee';
import type { TestName } from '@/lib/operations/employees/testing';
import { updateTestEmployee } from '@/lib/operations/employees/testing-updates';
import { recordPurchase } from '@/lib/operations/purchases/record-purchase';
import { recordReaction } from '@/lib/operations/reactions/record-reaction';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { plannedRound, receivedComplaint } from '@/tests/round-rows';
import { correctPay, freezePay, recordPayRate } from './change-pay';
import { getPay } from './get-pay';
import { listPay } from './list-pay';
import { sourcesOfPay } from './sources-of-pay';

const month = '2026-11';
const rate = { employeeId: 'anna', version: 0, salaryKopecks: 5_000_000, percentHundredths: 250 };

describe.each(dialects)('CO-1: pay on %s', (dialect) => {
  test('is the salary and a percentage of what satisfied clients paid, and every figure says what is behind it', async () => {
    const { as, counterpartyId, letter, complain, settle, pay } = await start(dialect);
    await recordPayRate(as('gleb'), { ...rate, validFrom: '2026-09' });
    expect((await pay('anna')).uncounted).toMatchObject([{ why: 'noLetter', sumKopecks: 12_500_000 }]);
    await letter();
    const paid = await pay('anna');
    expect(paid.figures).toMatchObject({
      salaryKopecks: 5_000_000,
      clients: 1,
      purchasesKopecks: 12_500_000,
      percentKopecks: 312_500,
      totalKopecks: 5_312_500,
    });
    expect(paid.purchases).toMatchObject([{ counterparty: { id: counterpartyId } }]);
    expect(paid.letters).toMatchObject([{ roundId: 'round' }]);
    await complain();
    await correctPay(as('gleb'), { employeeId: 'anna', month, amountKopecks: -500, reason: 'описка' });
    const complained = await pay('anna');
    expect(complained.uncounted).toMatchObject([{ why: 'openComplaint' }]);
    expect(sourcesOfPay({ ...complained, purchases: paid.purchases, letters: paid.letters })).toMatchObject([
      { kind: 'figures', employee: complained.employee.name, month, figures: complained.figures },
      { kind: 'purchases', client: 'ООО «Ромашка»', paidOn: '2026-11-01', kopecks: 12_500_000, why: null },
      { kind: 'uncounted', why: 'openComplaint', by: { id: 'anna' } },
      { kind: 'letters', client: 'ООО «Ромашка»', at: expect.any(Number) },
      { kind: 'corrections', kopecks: -500, reason: 'описка', by: { id: 'gleb' }, figures: null },
    ]);
    await settle();
    expect((await pay('anna')).figures.purchasesKopecks).toBe(12_500_000);
  });

  test('goes by the rate that was given last, also for the same month', async () => {
    const { world, as, pay } = await start(dialect);
    await recordPayRate(as('gleb'), { ...rate, validFrom: month });
    world.pass(1000);
    await recordPayRate(as('gleb'), { ...rate, version: 1, salaryKopecks: 5_500_000, validFrom: month });
    const paid = await pay('anna');
    expect(paid.figures.salaryKopecks).toBe(5_500_000);
    expect(paid.rates.map(({ salaryKopecks, isReplaced }) => [salaryKopecks, isReplaced])).toEqual([
      [5_000_000, true],
      [5_500_000, false],
    ]);
  });

  test('takes no rate over one that was given unseen, and none from a month that is settled or years back', async () => {
    const { world, as, pay } = await start(dialect);
    const give = (version: number, validFrom: string) =>
      recordPayRate(as('gleb'), { ...rate, version, validFrom });
    await expect(give(0, '2020-01')).rejects.toMatchObject({ fields: { validFrom: 'pay.errors.tooEarly' } });
    await give(0, month);
    await expect(give(0, month)).rejects.toMatchObject({ code: 'conflict', details: { reason: 'rated' } });
    expect((await pay('anna')).rates).toHaveLength(1);
    world.pass(31 * dayMs);
    await freezePay(as('gleb'), { employeeId: 'anna', month });
    await expect(give(1, month)).rejects.toMatchObject({ fields: { validFrom: 'pay.errors.monthSettled' } });
    await give(1, '2026-12');
  });

  test('of a month that is over is settled once, and nothing that comes later changes it', async () => {
    const { world, as, letter, pay } = await start(dialect);
    await recordPayRate(as('gleb'), { ...rate, validFrom: '2026-09' });
    await letter();
    const early = freezePay(as('gleb'), { employeeId: 'anna', month });
    await expect(early).rejects.toMatchObject({ fields: { month: 'pay.errors.monthRuns' } });
    expect(await getPay(as('gleb'), { employeeId: 'anna', month })).toMatchObject({ isOver: false });
    await correctPay(as('gleb'), {
      employeeId: 'anna',
      month,
      amountKopecks: -100_000,
      reason: 'ошибка в счёте',
    });
    world.pass(31 * dayMs);
    const frozen = await freezePay(as('gleb'), { employeeId: 'anna', month });
    expect(frozen.isOver).toBe(true);
    expect(frozen.figures.totalKopecks).toBe(5_212_500);
    await recordPayRate(as('gleb'), { ...rate, version: 1, salaryKopecks: 9_000_000, validFrom: '2026-12' });
    expect(await pay('anna')).toMatchObject({
      figures: frozen.figures,
      frozenBy: { id: 'gleb' },
      corrections: [{ amountKopecks: -100_000, reason: 'ошибка в счёте', by: { id: 'gleb' } }],
      may: { change: false },
    });
    const again = freezePay(as('gleb'), { employeeId: 'anna', month });
    await expect(again).rejects.toMatchObject({ details: { reason: 'frozen' } });
    const late = correctPay(as('gleb'), { employeeId: 'anna', month, amountKopecks: 1, reason: 'поздно' });
    await expect(late).rejects.toMatchObject({ details: { reason: 'frozen' } });
    const december = await getPay(as('anna'), { employeeId: 'anna', month: '2026-12' });
    expect(december).toMatchObject({ rateFrom: '2026-12', figures: { salaryKopecks: 9_000_000 } });
  });

  test('says who wrote each purchase down, and shows whoever manages pay what came after the month was settled', async () => {
    const { world, as, counterpartyId, letter, buy, pay } = await start(dialect);
    await recordPayRate(as('gleb'), { ...rate, validFrom: '2026-09' });
    await letter();
    expect((await pay('anna')).purchases).toMatchObject([{ by: { id: 'anna' }, at: expect.any(Number) }]);
    world.pass(31 * dayMs);
    const frozen = await freezePay(as('gleb'), { employeeId: 'anna', month });
    expect(frozen.late).toEqual([]);
    await buy({ counterpartyId, contractNumber: '2026/200', sumKopecks: 300 });
    const late = [{ contractNumber: '2026/200', sumKopecks: 300, by: { id: 'anna' } }];
    const managed = await getPay(as('gleb'), { employeeId: 'anna', month });
    expect(managed).toMatchObject({ figures: frozen.figures, late });
    expect((await pay('anna')).late).toEqual([]);
  });

  test('of a settled month shows what it came from as it was then', async () => {
    const { world, as, company, counterpartyId, letter, buy, pay } = await start(dialect);
    await recordPayRate(as('gleb'), { ...rate, validFrom: '2026-09' });
    const unread = await makeTestCard(world, company, { name: 'ООО «Липа»', assignedTo: 'anna' });
    await buy({ counterpartyId: unread, contractNumber: '2026/119', sumKopecks: 700 });
    await letter();
    const shown = await pay('anna');
    world.pass(31 * dayMs);
    await freezePay(as('gleb'), { employeeId: 'anna', month });
    await world.store.tx(async (db) => {
      for (const { id } of [...shown.purchases, ...shown.uncounted]) {
        await updatePurchase(db, id, { sumKopecks: 1, paidOn: '2026-12-02', contractNumber: '2026/1' });
      }
      await updateRound(db, 'round', { letterState: 'asked', letterReceivedAt: null });
    });
    expect(await pay('anna')).toMatchObject({
      purchases: [{ counterparty: { id: counterpartyId }, contractNumber: '2026/118', paidOn: '2026-11-01' }],
      uncounted: [{ counterparty: { name: 'ООО «Липа»' }, sumKopecks: 700, why: 'noLetter' }],
    });
    const { purchases, uncounted, letters } = await pay('anna');
    expect({ purchases, uncounted, letters }).toEqual({
      purchases: shown.purchases,
      uncounted: shown.uncounted,
      letters: shown.letters,
    });
  });

  test('pays a purchase once: to whoever had the client at the month’s end, whoever has them since', async () => {
    const { world, as, letter, pay } = await start(dialect);
    await letter();
    world.pass(31 * dayMs);
    const give = (fromId: TestName, toId: TestName) =>
      assignClients(as('clara'), { fromId, toId, reason: 'отпуск' });
    await give('anna', 'boris');
    world.pass(1000);
    await give('boris', 'clara');
    const clients = async () =>
      Promise.all(
        (['anna', 'boris', 'clara'] as const).map(async (name) => (await pay(name)).figures.clients),
      );
    expect(await clients()).toEqual([1, 0, 0]);
    const rows = (await listPay(as('gleb'), { month })).rows.filter(({ figures }) => figures.clients > 0);
    expect(rows.map(({ employee }) => employee.id)).toEqual(['anna']);
    await freezePay(as('gleb'), { employeeId: 'boris', month });
    await freezePay(as('gleb'), { employeeId: 'anna', month });
    expect(await clients()).toEqual([1, 0, 0]);
  });

  test('goes by the card a purchase lay on at the month’s end, also when cards were merged since', async () => {
    const { world, as, company, counterpartyId, letter, pay } = await start(dialect);
    await letter();
    world.pass(31 * dayMs);
    const versionOf = async (id: string) => (await getCounterparty(world.store.read, id))!.version;
    const mergeInto = async (intoId: string, otherId: string) => {
      await mergeCounterparties(as('clara'), {
        ...{ counterpartyId: intoId, otherId, take: { assignedTo: 'own' } },
        ...{ version: await versionOf(intoId), otherVersion: await versionOf(otherId) },
      });
      world.pass(1000);
    };
    const clientsOf = async () =>
      Promise.all((['anna', 'boris'] as const).map(async (name) => (await pay(name)).figures.clients));
    const unassigned = await makeTestCard(world, company, { name: 'ООО «Ромашка+»', status: 'client' });
    await mergeInto(unassigned, counterpartyId);
    expect(await clientsOf()).toEqual([1, 0]);
    const ofBoris = await makeTestCard(world, company, {
      ...{ name: 'Ромашка, ООО', status: 'client', assignedTo: 'boris' },
    });
    await mergeInto(ofBoris, unassigned);
    expect(await clientsOf()).toEqual([1, 0]);
    await freezePay(as('gleb'), { employeeId: 'boris', month });
    expect((await freezePay(as('gleb'), { employeeId: 'anna', month })).figures.clients).toBe(1);
  });

  test('is there for who was client manager in the month or whose clients paid, also without a rate (CO-1)', async () => {
    const { world, as, company, buy } = await start(dialect);
    const ofHead = await makeTestCard(world, company, { name: 'ООО «Липа»' });
    await world.store.tx((db) => saveCard(db, ofHead, { assignedTo: 'polina' }));
    await buy({ counterpartyId: ofHead });
    world.pass(31 * dayMs);
    const { version } = (await getCounterparty(world.store.read, ofHead))!;
    await updateCard(as('clara'), { counterpartyId: ofHead, version, assignedTo: 'anna' });
    await disableEmployee(as('alla'), { employeeId: 'boris', successorId: null, reason: 'уволился' });
    await updateTestEmployee(as('alla'), { employeeId: 'clara', roles: ['head'] });
    const listed = async (of: string) =>
      (await listPay(as('gleb'), { month: of })).rows.map(({ employee }) => employee.id).sort();
    expect(await listed(month)).toEqual(['anna', 'boris', 'clara', 'polina']);
    expect(await listed('2026-12')).toEqual(['anna', 'boris', 'clara']);
    expect(await listed('2027-01')).toEqual(['anna']);
    const ofBoris = { employeeId: 'boris', month };
    expect(await getPay(as('gleb'), ofBoris)).toMatchObject({ rateFrom: null });
    await recordPayRate(as('gleb'), { ...rate, employeeId: 'boris', validFrom: month });
    expect(await getPay(as('gleb'), ofBoris)).toMatchObject({ figures: { salaryKopecks: 5_000_000 } });
  });

  test('pays no purchase again whose day was moved out of a settled month', async () => {
    const { world, as, letter, pay } = await start(dialect);
    await letter();
    world.pass(31 * dayMs);
    const { purchases } = await freezePay(as('gleb'), { employeeId: 'anna', month });
    await world.store.tx((db) => updatePurchase(db, purchases[0]!.id, { paidOn: '2026-12-02' }));
    const december = await getPay(as('anna'), { employeeId: 'anna', month: '2026-12' });
    expect(december).toMatchObject({ purchases: [], uncounted: [{ why: 'paidBefore' }] });
    expect((await pay('anna')).purchases).toEqual(purchases);
  });

  test('goes by the complaints that were open at the month’s end, also when one was reopened since', async () => {
    const { world, as, counterpartyId, letter, buy, pay } = await start(dialect);
    await letter();
    await recordReaction(as('boris'), {
      counterparty: { use: 'existing', id: counterpartyId, complete: {} },
      appeal: { use: 'new', topic: 'рекламация', type: '', projectId: null, note: '' },
      reaction: { type: 'complaint', topic: '', note: 'не отвечают', causedBy: 'support' },
      nextReactions: [],
    });
    const [complaint] = await listComplaintsOfCounterparties(world.store.read, [counterpartyId]);
    const at = (version: number) => ({ complaintId: complaint!.id, version, reason: 'проверить' });
    await takeComplaint(as('sofia'), at(1));
    await answerComplaint(as('sofia'), { ...at(2), cause: 'сбой', answer: 'исправили' });
    await closeComplaint(as('gleb'), at(3));
    world.pass(31 * dayMs);
    await reopenComplaint(as('gleb'), at(4));
    expect((await pay('anna')).figures.clients).toBe(1);
    world.pass(1000);
    await buy({ counterpartyId, paidOn: '2026-12-01' });
    const december = await getPay(as('anna'), { employeeId: 'anna', month: '2026-12' });
    expect(december.uncounted).toMatchObject([{ why: 'openComplaint' }]);
    await answerComplaint(as('sofia'), { ...at(5), cause: 'сбой', answer: 'исправили' });
    await closeComplaint(as('gleb'), at(6));
    expect((await pay('anna')).figures.clients).toBe(1);
  });

  test('is seen by its employee and by whoever manages it, and by nobody else', async () => {
    const { as } = await start(dialect);
    await recordPayRate(as('gleb'), { ...rate, validFrom: '2026-09' });
    const seen = async (name: TestName) =>
      (await listPay(as(name), { month })).rows.map(({ employee }) => employee.id).sort();
    expect(await seen('anna')).toEqual(['anna']);
    expect(await seen('pavel')).toEqual([]);
    expect(await seen('marina')).toEqual([]);
    expect(await seen('gleb')).toEqual(['anna', 'boris', 'clara']);
    for (const name of ['boris', 'clara', 'marina', 'alla'] as const) {
      await expect(getPay(as(name), { employeeId: 'anna', month })).rejects.toMatchObject({
        code: 'notFound',
      });
      await expect(recordPayRate(as(name), { ...rate, validFrom: month })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });
});

test('a month of another century is refused', () => {
  expect(payContracts.list.query?.safeParse({ month: '9999-12' }).success).toBe(false);
  expect(payContracts.list.query?.safeParse({ month: '2099-12' }).success).toBe(true);
});

test('wrong figures are refused at their field', () => {
  const said = (contract: keyof typeof payContracts, body: object) =>
    payContracts[contract].body?.safeParse(body).error?.issues.map(({ message }) => message);
  expect(said('correct', { amountKopecks: 0, reason: 'так' })).toEqual(['mayNotBeZero']);
  expect(said('correct', { amountKopecks: Number.MAX_SAFE_INTEGER, reason: 'так' })).toEqual(['tooLarge']);
  expect(said('correct', { amountKopecks: 5, reason: ' ' })).toEqual(['required']);
  expect(
    said('rate', { version: 0, validFrom: '2026-13', salaryKopecks: -1, percentHundredths: 10_001 }),
  ).toEqual(['notAMonth', 'notASum', 'notAPercentage']);
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = (name: TestName) => world.as(company.as(name));
  const counterpartyId = await makeTestCard(world, company, {
    name: 'ООО «Ромашка»',
    status: 'client',
    assignedTo: 'anna',
  });
  const box = purchaseInputSchema.parse({
    contractNumber: '2026/118',
    sumKopecks: 12_500_000,
    boughtOn: '2026-10-20',
    paidOn: '2026-11-01',
  });
  const buy = (of: {
    counterpartyId: string;
    contractNumber?: string;
    sumKopecks?: number;
    paidOn?: string;
  }) => recordPurchase(as('anna'), { ...box, ...of });
  await buy({ counterpartyId });
  const complaint = { ...receivedComplaint(world.now()), counterpartyId, appealId: 'appeal' };
  return {
    world,
    as,
    company,
    counterpartyId,
    buy,
    pay: (employeeId: TestName) => getPay(as(employeeId), { employeeId, month }),
    async letter() {
      const received = {
        state: 'satisfied',
        letterState: 'received',
        letterReceivedAt: world.now(),
      } as const;
      const round = { ...plannedRound(world.now()), counterpartyId, ...received, endedAt: world.now() };
      await world.store.tx((db) => insertRound(db, round));
      world.pass(1000);
    },
    async complain() {
      await world.store.tx((db) => insertComplaint(db, complaint));
      world.pass(1000);
    },
    async settle() {
      await world.store.tx((db) => updateComplaint(db, complaint.id, { closedAt: world.now() }));
      world.pass(1000);
    },
  };
}
