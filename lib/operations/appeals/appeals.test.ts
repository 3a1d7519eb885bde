import { describe, expect, test } from 'vitest';
import { dialects, openTestStore } from '@/db/testing';
import { hourMs } from '@/lib/domain/duration';
import type { TestName } from '@/lib/operations/employees/testing';
import { acceptLead } from '@/lib/operations/leads/accept-lead';
import { recordReaction } from '@/lib/operations/reactions/record-reaction';
import { commercialRecords, writeTestRecords } from '@/lib/operations/reactions/testing-records';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { closeAppeal } from './close-appeal';
import { getAppeal } from './get-appeal';
import { listAppeals } from './list-appeals';
import { reopenAppeal } from './reopen-appeal';
import { updateAppeal } from './update-appeal';

describe.each(dialects)('an appeal on %s', (dialect) => {
  test('shows its card, what happened on it and who must act next', async () => {
    const { as, appealId } = await start(dialect);
    expect(await getAppeal(as('anna'), { appealId })).toMatchObject({
      appeal: { number: 1, next: { department: { kind: 'sales' }, dueAt: testStart + 60_000 } },
      card: { name: 'ООО «Ромашка»' },
      reactions: [{ type: 'incomingCall', employee: { name: 'Сидорова\u00A0А.' } }],
      nextReactions: [{ department: { kind: 'sales' }, changes: [] }],
    });
  });

  test('is found by its number, by whoever may see its card (CS-10)', async () => {
    const { as, appealId } = await start(dialect);
    const found = async (name: TestName, number: number) =>
      (await listAppeals(as(name), { state: 'all', number, limit: 9 })).rows.map((row) => row.id);
    expect(await found('anna', 1)).toEqual([appealId]);
    expect(await found('anna', 2)).toEqual([]);
    expect(await found('stepan', 1)).toEqual([]);
  });

  test('is edited with history; a stale edit is refused', async () => {
    const { as, appealId } = await start(dialect);
    const edit = { appealId, version: 1, topic: 'цены и сроки' };
    expect(await updateAppeal(as('anna'), edit)).toEqual({ version: 2 });
    expect((await getAppeal(as('anna'), { appealId })).changes).toMatchObject([
      { employeeName: 'Сидорова\u00A0А.', fields: { topic: { to: 'цены и сроки' } } },
    ]);
    await expect(updateAppeal(as('boris'), { ...edit, topic: 'иное' })).rejects.toMatchObject({
      code: 'conflict',
    });
    const unknown = updateAppeal(as('anna'), { appealId, version: 2, projectId: 'nothing' });
    await expect(unknown).rejects.toMatchObject({ fields: { projectId: 'notAChoice' } });
  });

  test('CO-3: a client manager does not close what the sales department must act on, their head does', async () => {
    const { as, appealId, leadId } = await start(dialect);
    const close = { appealId, version: 1, reason: 'клиент передумал' };
    await expect(closeAppeal(as('anna'), close)).rejects.toMatchObject({
      code: 'notPossibleNow',
      details: { reason: 'nextReactionsOfOthers' },
    });
    await acceptLead(as('pavel'), { leadId });
    expect(await closeAppeal(as('clara'), close)).toEqual({ version: 2 });
    expect(await getAppeal(as('anna'), { appealId })).toMatchObject({
      appeal: { closeReason: 'клиент передумал', closedBy: { id: 'clara' }, next: null },
      nextReactions: [{ outcome: 'closed', endReason: 'клиент передумал' }],
    });
    await expect(closeAppeal(as('clara'), { ...close, version: 2 })).rejects.toMatchObject({
      code: 'notPossibleNow',
    });
  });

  test('IN-11: is not closed over a lead nobody accepted by the head of the client department, but by management', async () => {
    const { as, appealId } = await start(dialect);
    const close = { appealId, version: 1, reason: 'клиент передумал' };
    await expect(closeAppeal(as('clara'), close)).rejects.toMatchObject({
      code: 'notPossibleNow',
      details: { reason: 'leadNotAccepted' },
    });
    expect(await closeAppeal(as('marina'), close)).toEqual({ version: 2 });
  });

  test('is reopened only with a next reaction', async () => {
    const { as, appealId } = await start(dialect);
    await closeAppeal(as('polina'), { appealId, version: 1, reason: 'ошибка' });
    const reopen = { appealId, version: 2, reason: 'вернулись', nextReactions: [] };
    await expect(reopenAppeal(as('anna'), reopen)).rejects.toMatchObject({ code: 'invalid' });
    const next = {
      responsible: { kind: 'employee', employeeId: 'anna' },
      dueAt: testStart + hourMs,
    } as const;
    await reopenAppeal(as('anna'), { ...reopen, nextReactions: [next] });
    const { appeal } = await getAppeal(as('anna'), { appealId });
    expect(appeal).toMatchObject({ closedAt: null, next: { employee: { id: 'anna' } } });
    const again = reopenAppeal(as('anna'), { ...reopen, version: 3, nextReactions: [next] });
    await expect(again).rejects.toMatchObject({ code: 'notPossibleNow' });
  });

  test('closed while it was talked about is opened again by the reaction that names it', async () => {
    const { world, company, as, appealId, counterpartyId } = await start(dialect);
    await closeAppeal(as('polina'), { appealId, version: 1, reason: 'ошибка' });
    await writeTestRecords(world, company.as('anna'), {
      plan: {
        ...commercialRecords,
        counterparty: { use: 'existing', id: counterpartyId, complete: {} },
        appeal: { use: 'existing', id: appealId },
      },
    });
    expect((await getAppeal(as('anna'), { appealId })).appeal.closedAt).toBeNull();
  });

  test('lists newest first by state, and hides other departments’ appeals', async () => {
    const { as, appealId } = await start(dialect);
    const { appealId: second } = await recordReaction(as('anna'), {
      counterparty: {
        use: 'new',
        fields: {
          name: 'ИП Петров',
          category: '',
          city: '',
          contactPerson: '',
          phone: '',
          phoneExtension: '',
        },
      },
      appeal: { use: 'new', topic: 'письмо', type: '', projectId: null, note: '' },
      reaction: { type: 'letterIn', topic: '', note: '' },
      nextReactions: [],
      closeAppeal: { reason: 'ответили' },
    });
    const ids = async (name: TestName, state: 'open' | 'closed' | 'all') =>
      (await listAppeals(as(name), { state, limit: 9 })).rows.map((row) => row.id);
    expect(await ids('anna', 'all')).toEqual([second, appealId]);
    expect(await ids('anna', 'closed')).toEqual([second]);
    expect(await ids('pavel', 'all')).toEqual([appealId]);
    expect(await ids('stepan', 'all')).toEqual([]);
    await expect(getAppeal(as('stepan'), { appealId })).rejects.toMatchObject({ code: 'notFound' });
    const edit = updateAppeal(as('stepan'), { appealId, version: 1, topic: 'чужое' });
    await expect(edit).rejects.toMatchObject({ code: 'notFound' });
  });
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const { appealId, counterpartyId, leadId } = await writeTestRecords(world, company.as('anna'));
  return {
    world,
    company,
    as: (name: TestName) => world.as(company.as(name)),
    appealId,
    counterpartyId,
    leadId: leadId!,
  };
}
