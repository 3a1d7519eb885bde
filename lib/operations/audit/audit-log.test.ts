import { createHmac } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { listAuditsAfter } from '@/db/audit-log';
import { insertChange } from '@/db/changes';
import { execute } from '@/db/execute';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { sealedText } from '@/lib/domain/audit/audit-entry';
import { dayMs } from '@/lib/domain/duration';
import { Refusal } from '@/lib/domain/errors';
import { KeptRefusal, type Tx } from '@/lib/operations/context';
import { getCounterparty } from '@/lib/operations/counterparties/get-counterparty';
import { listCounterparties } from '@/lib/operations/counterparties/list-counterparties';
import { makeTestCard, phones } from '@/lib/operations/counterparties/testing-cards';
import { updateCounterparty } from '@/lib/operations/counterparties/update-counterparty';
import type { TestName } from '@/lib/operations/employees/testing';
import { exportList } from '@/lib/operations/exports/export-list';
import { blockNumber } from '@/lib/operations/settings/block-number';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { anchoringOf } from './anchor-audit-log';
import { checkAuditLog, checkAuditLogDaily } from './check-audit-log';
import { cutAuditLog } from './cut-audit-log';
import { getAuditState } from './get-audit-state';
import { listAuditLog } from './list-audit-log';
import { anchorsInMemory, tamper } from './testing-audit';
import { verifyAuditLog } from './verify-audit-log';

async function start(dialect: Dialect) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const anchors = anchorsInMemory();
  let keys = 0;
  const asking = (name: TestName, operation: string, input: unknown = {}) =>
    world.as(
      company.as(name),
      { key: `key-${++keys}`, bodyHash: `hash-${keys}`, operation, input },
      'session',
    );
  const entries = () => listAuditsAfter(world.store.read, 0, 1000);
  const verify = () => verifyAuditLog(world.store.read, anchors);
  const fill = async (count: number) => {
    for (let at = 0; at < count; at += 1) {
      await asking('anna', 'PATCH /me', { presentsAs: `Анна ${at}` }).tx(async () => at);
      world.pass(1000);
    }
  };
  return { world, company, anchors, asking, entries, verify, fill };
}

describe.each(dialects)('the audit log (AD-1) on %s', (dialect) => {
  test('has one entry for a request that changed something, with ids, fields and digests', async () => {
    const { world, company, asking, entries, verify } = await start(dialect);
    const counterpartyId = await makeTestCard(world, company, {
      name: 'ООО «Сосна»',
      phones: phones('+73842581234'),
    });
    const before = (await entries()).length;
    const input = { counterpartyId, version: 1, city: 'Томск', phones: phones('+73842585678') };
    const anna = asking('anna', 'PATCH /counterparties/{counterpartyId}', input);
    await updateCounterparty(anna, input);
    await expect(updateCounterparty(anna, input)).rejects.toThrow('already carried out');
    const made = (await entries()).slice(before);
    expect(made).toMatchObject([
      {
        at: world.now(),
        kind: 'changed',
        employeeId: 'anna',
        via: 'session',
        operation: 'PATCH /counterparties/{counterpartyId}',
        subject: 'counterparty',
        subjectId: counterpartyId,
        counterpartyId,
      },
    ]);
    const { changes } = JSON.parse(made[0]!.details);
    expect(changes).toEqual([
      { noun: 'counterparty', nounId: counterpartyId, fields: expect.arrayContaining(['city', 'phones']) },
    ]);
    expect(Object.keys(JSON.parse(made[0]!.digests))).toEqual(['city', 'phones.0.raw']);
    expect(JSON.stringify(made)).not.toContain('Томск');
    expect(JSON.stringify(made)).not.toContain('3842');
    expect((await verify()).problem).toBeNull();
  });

  test('says nothing of what was rolled back, and keeps what was refused', async () => {
    const { company, world, asking, entries } = await start(dialect);
    const failing = asking('anna', 'PATCH /me').tx(async () => {
      throw new Error('the disk is full');
    });
    await expect(failing).rejects.toThrow('the disk is full');
    expect(await entries()).toEqual([]);
    const refused = asking('anna', 'POST /calls/{callId}/claim', { callId: 'call-1' }).tx(
      async () => new KeptRefusal(new Refusal('staleStep', 'another step')),
    );
    await expect(refused).rejects.toMatchObject({ code: 'staleStep' });
    const input = { e164: '+79130001122', employeeId: '+79130001122' };
    const stranger = world.as(company.as('pavel'), {
      ...{ key: 'k', bodyHash: 'h', input },
      operation: 'POST /employees/{employeeId}/disable',
    });
    stranger.wasRefused('forbidden');
    await world.accessLog.flush();
    expect(await entries()).toMatchObject([
      { kind: 'refused', subject: 'call', subjectId: 'call-1', details: '{"code":"staleStep"}' },
      { kind: 'refused', employeeId: 'pavel', subjectId: '', details: '{"code":"forbidden"}' },
    ]);
    expect(JSON.stringify(await entries())).not.toContain('9130001122');
  });

  test('tells what our own clock and the shell changed, and never a number in place of an id', async () => {
    const { world, company, entries } = await start(dialect);
    await world.as(null).tx((tx) =>
      insertChange(tx, {
        ...{ id: world.newId(), noun: 'presence', nounId: 'anna', at: world.now(), employeeId: null },
        fields: { chosen: { from: 'available', to: 'absent' } },
      }),
    );
    await blockNumber(world.as(company.as('anna')), {
      ...{ phone: '+79130001122', reason: 'реклама', callId: null },
    });
    expect(await entries()).toMatchObject([
      { kind: 'changed', via: 'machine', employeeId: null, subject: 'presence', subjectId: 'anna' },
      { kind: 'changed', employeeId: 'anna', subject: 'blockedNumber', subjectId: '' },
    ]);
    expect(JSON.stringify(await entries())).not.toContain('9130001122');
  });

  test('has one entry for each view and each file taken along', async () => {
    const { world, company, asking, entries } = await start(dialect);
    const counterpartyId = await makeTestCard(world, company, { name: 'ООО «Сосна»' });
    const before = (await entries()).length;
    for (let times = 0; times < 2; times += 1) {
      await getCounterparty(asking('anna', ''), { counterpartyId });
      await world.accessLog.flush();
    }
    await listCounterparties(asking('anna', ''), { limit: 10, status: 'prospect' });
    const { rows } = await exportList(asking('boris', ''), { list: 'counterparties', language: 'ru' });
    for await (const _ of rows);
    await world.accessLog.flush();
    expect((await entries()).slice(before)).toMatchObject([
      { kind: 'viewed', operation: 'counterparty', subjectId: counterpartyId, counterpartyId },
      { kind: 'viewed', operation: 'counterparties', details: '{"rowCount":1,"filters":["status"]}' },
      { kind: 'exported', operation: 'listFile', employeeId: 'boris', subjectId: 'counterparties' },
    ]);
  });

  test('is one chain without a gap, however many write at once', async () => {
    const { world, company, asking, entries, verify } = await start(dialect);
    const counterpartyId = await makeTestCard(world, company, { name: 'ООО «Сосна»' });
    const before = (await entries()).length;
    await getCounterparty(asking('boris', ''), { counterpartyId });
    const writing = Array.from({ length: 40 }, (_, at) =>
      asking('anna', 'PATCH /me').tx(async () => {
        if (at % 4 === 3) throw new Error('rolled back');
        return at;
      }),
    );
    writing.push(world.accessLog.flush() as Promise<never>);
    await Promise.allSettled(writing);
    const sequences = (await entries()).map(({ sequence }) => sequence);
    expect(sequences).toEqual(Array.from({ length: before + 31 }, (_, at) => at + 1));
    expect(await verify()).toMatchObject({ entryCount: before + 31, problem: null });
  });

  test('cannot be changed or deleted by a statement', async () => {
    const { world, fill, verify } = await start(dialect);
    await fill(3);
    const { auditLog } = world.store.read.t;
    const refused = async (act: (db: Tx) => Promise<unknown>) => {
      const error = await world
        .as(null)
        .tx(act)
        .catch((thrown: Error) => thrown);
      expect(`${error} ${(error as Error).cause}`).toContain('append-only');
    };
    await refused((db) => db.q.update(auditLog).set({ employeeId: 'boris' }).where(eq(auditLog.sequence, 2)));
    await refused((db) => db.q.delete(auditLog).where(eq(auditLog.sequence, 3)));
    await refused((db) =>
      execute(
        db,
        dialect === 'sqlite'
          ? sql`insert or replace into audit_log select * from audit_log where sequence = 2`
          : sql`truncate audit_log`,
      ),
    );
    expect(await verify()).toMatchObject({ entryCount: 3, problem: null });
  });

  test('shows the first entry of which any column was changed', async () => {
    const { world, fill, entries, verify } = await start(dialect);
    await fill(6);
    const { auditLog } = world.store.read.t;
    const all = await entries();
    const undetected: string[] = [];
    for (const row of [all[0]!, all[2]!, all[5]!]) {
      for (const [column, value] of Object.entries(row)) {
        if (column === 'sequence') continue;
        const other = typeof value === 'number' ? value + 1 : `${value ?? ''}x`;
        const set = (to: unknown) =>
          tamper(world.store, (db) =>
            db.q
              .update(auditLog)
              .set({ [column]: to })
              .where(eq(auditLog.sequence, row.sequence)),
          );
        await set(other);
        const { problem } = await verify();
        if (problem?.sequence !== row.sequence) undetected.push(`${row.sequence} ${column}`);
        await set(value);
      }
    }
    expect(undetected).toEqual([]);
    expect((await verify()).problem).toBeNull();
  });

  test('shows a changed entry whose hashes were all made anew without the key', async () => {
    const { world, fill, entries, verify } = await start(dialect);
    await fill(4);
    const { auditLog } = world.store.read.t;
    await tamper(world.store, async (db) => {
      let previousHash = '';
      for (const { hash: _, ...row } of await entries()) {
        const forged = { ...row, previousHash, ...(row.sequence === 2 ? { employeeId: 'boris' } : {}) };
        previousHash = createHmac('sha256', 'another key').update(sealedText(forged)).digest('hex');
        const hashed = { ...forged, hash: previousHash };
        await db.q.update(auditLog).set(hashed).where(eq(auditLog.sequence, row.sequence));
      }
    });
    expect((await verify()).problem).toEqual({ kind: 'changed', sequence: 1 });
  });

  test.each([
    ['a deleted entry', (): number[] => [1, 2, 4, 5, 6], { kind: 'missing', sequence: 3 }],
    ['a deleted beginning', (): number[] => [3, 4, 5, 6], { kind: 'missing', sequence: 1 }],
    ['a cut off end', (): number[] => [1, 2, 3, 4], { kind: 'tailMissing', sequence: 5 }],
    ['an emptied log', (): number[] => [], { kind: 'tailMissing', sequence: 1 }],
    [
      'two entries in each other’s place',
      (): number[] => [1, 3, 2, 4, 5, 6],
      { kind: 'changed', sequence: 2 },
    ],
    ['one entry twice', (): number[] => [1, 2, 3, 3, 5, 6], { kind: 'changed', sequence: 4 }],
  ])('shows %s', async (_, order, problem) => {
    const { world, anchors, fill, entries, verify } = await start(dialect);
    await fill(6);
    await anchoringOf(anchors)(world.as(null));
    expect((await verify()).problem).toBeNull();
    const all = await entries();
    await tamper(world.store, async (db) => {
      await db.q.delete(db.t.auditLog);
      const kept = order();
      const sequences = kept.length === all.length ? [1, 2, 3, 4, 5, 6] : kept;
      const rows = kept.map((from, at) => ({ ...all[from - 1]!, sequence: sequences[at]! }));
      if (rows.length > 0) await db.q.insert(db.t.auditLog).values(rows);
    });
    expect((await verify()).problem).toEqual(problem);
  });

  test('shows an end that was cut off and grew anew, and its anchor stays as it was', async () => {
    const { world, anchors, fill, verify } = await start(dialect);
    await fill(6);
    const anchor = anchoringOf(anchors);
    await anchor(world.as(null));
    await tamper(world.store, (db) => db.q.delete(db.t.auditLog).where(sql`sequence > 4`));
    await fill(3);
    await expect(anchor(world.as(null))).rejects.toThrow('does not fit its anchor');
    await anchor(world.as(null));
    expect(await anchors.getHead()).toMatchObject({ sequence: 6 });
    expect((await verify()).problem).toEqual({ kind: 'replaced', sequence: 6 });
    anchors.damage();
    await expect(anchoringOf(anchors)(world.as(null))).rejects.toThrow('does not fit its anchor');
    expect((await verify()).problem).toEqual({ kind: 'replaced', sequence: 6 });
  });

  test('says that an anchor cannot be read, though every entry is right', async () => {
    const { anchors, fill, verify } = await start(dialect);
    await fill(2);
    anchors.damage();
    expect((await verify()).problem).toEqual({ kind: 'anchorDamaged', sequence: 2 });
  });

  test('loses its oldest entries by a command of the server alone, and is whole from the cut on', async () => {
    const { world, company, anchors, fill, entries, verify } = await start(dialect);
    await fill(5);
    await anchoringOf(anchors)(world.as(null));
    world.pass(400 * dayMs);
    await fill(2);
    const before = world.now() - 366 * dayMs;
    const shell = { ...world.as(null), isShell: true };
    const person = cutAuditLog(world.as(company.as('alla')), { before });
    await expect(person).rejects.toMatchObject({ code: 'forbidden' });
    const tooNew = cutAuditLog(shell, { before: world.now() - 300 * dayMs });
    await expect(tooNew).rejects.toMatchObject({ code: 'invalid' });
    expect(await cutAuditLog(shell, { before })).toBe(5);
    expect((await entries()).map(({ sequence, kind }) => [sequence, kind])).toEqual([
      [6, 'changed'],
      [7, 'changed'],
      [8, 'cut'],
    ]);
    expect(await verify()).toMatchObject({ entryCount: 3, problem: null });
    expect(await cutAuditLog(shell, { before })).toBe(5);
    await fill(1);
    await anchoringOf(anchors)(world.as(null));
    expect((await verify()).problem).toBeNull();
  });

  test('shows a cut that nobody of ours made', async () => {
    const { world, fill, verify } = await start(dialect);
    await fill(4);
    await world.store.tx(async (db) => {
      const [second] = await db.q.select().from(db.t.auditLog).where(eq(db.t.auditLog.sequence, 2));
      const cut = { sequence: 2, hash: second!.hash, at: world.now(), employeeId: null };
      await db.q.insert(db.t.auditCuts).values({ ...cut, seal: db.seal('something else') });
      await db.q.delete(db.t.auditLog).where(sql`sequence <= 2`);
    });
    expect((await verify()).problem).toEqual({ kind: 'cutForged', sequence: 2 });
  });

  test('is read, narrowed and checked by administrators, management and the general director', async () => {
    const { world, company, anchors, fill, asking } = await start(dialect);
    await fill(3);
    const from = world.now();
    await asking('boris', 'POST /cities').tx(async () => null);
    for (const name of ['anna', 'clara', 'polina'] as const) {
      const nosy = world.as(company.as(name));
      await expect(listAuditLog(nosy, { limit: 5 })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(getAuditState(nosy)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(checkAuditLog(nosy, anchors)).rejects.toMatchObject({ code: 'forbidden' });
    }
    const alla = world.as(company.as('alla'));
    const first = await listAuditLog(alla, { limit: 3 });
    const rest = await listAuditLog(alla, { limit: 3, after: first.next! });
    expect([...first.rows, ...rest.rows].map(({ sequence }) => sequence)).toEqual([4, 3, 2, 1]);
    const sequences = async (filter: object) =>
      (await listAuditLog(alla, { limit: 9, ...filter })).rows.map(({ sequence }) => sequence);
    expect(await sequences({ employeeId: 'boris' })).toEqual([4]);
    expect(await sequences({ kind: 'refused' })).toEqual([]);
    expect(await sequences({ from })).toEqual([4]);
    expect(await sequences({ until: from, employeeId: 'anna', kind: 'changed' })).toEqual([3, 2, 1]);
    expect(await getAuditState(alla)).toMatchObject({ head: { sequence: 4 }, check: null });
    expect(await checkAuditLog(alla, anchors)).toMatchObject({
      check: { entryCount: 4, employee: { id: 'alla' }, problem: null },
    });
    expect(await checkAuditLogDaily(world.as(null), anchors)).toBeNull();
    world.pass(dayMs);
    await tamper(world.store, (db) =>
      db.q.update(db.t.auditLog).set({ operation: '' }).where(eq(db.t.auditLog.sequence, 2)),
    );
    expect(await checkAuditLogDaily(world.as(null), anchors)).toMatchObject({ problem: { sequence: 2 } });
    expect((await getAuditState(alla)).check).toMatchObject({
      employee: null,
      problem: { kind: 'changed', sequence: 2 },
    });
  });
});
