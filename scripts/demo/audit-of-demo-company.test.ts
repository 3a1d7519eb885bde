import { expect, test } from 'vitest';
import { openTestStore } from '@/db/testing';
import { loadPerson } from '@/lib/auth/person';
import { signInByPassword } from '@/lib/auth/sign-in';
import { getCounterparty } from '@/lib/operations/counterparties/get-counterparty';
import { searchCounterparties } from '@/lib/operations/counterparties/search-counterparties';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { seedDemoCompany } from './seed-demo-company';

test('no phone, name or address of the demo company stands in the audit log, whatever is done with them (AD-1)', async () => {
  const store = await openTestStore('sqlite');
  await seedDemoCompany(store, testStart);
  const world = createTestWorld(store);
  const { q, t } = store.read;
  const cards = await q.select().from(t.counterparties);
  const cardPhones = await q.select().from(t.counterpartyPhones);
  const cardEmails = await q.select().from(t.counterpartyEmails);
  const employees = await q.select().from(t.employees);
  const head = (await loadPerson(
    store.read,
    employees.find(({ roles }) => roles.includes('generalDirector'))!.id,
    testStart,
  ))!;
  let keys = 0;
  for (const { id, name, contactPerson, inn } of cards.slice(0, 50)) {
    const raw = cardPhones.find(({ counterpartyId }) => counterpartyId === id)?.raw ?? '';
    const email = cardEmails.find(({ counterpartyId }) => counterpartyId === id)?.address ?? '';
    const input = {
      counterpartyId: id,
      e164: raw,
      name,
      contactPerson,
      inn,
      phones: [{ raw }],
      emails: [email],
    };
    const request = {
      key: `key ${++keys}`,
      bodyHash: 'h',
      operation: 'PATCH /counterparties/{counterpartyId}',
      input,
    };
    const context = world.as(head, request, 'session');
    await context.tx(async () => ({ ...input, counterparty: { id: raw, name } }));
    await getCounterparty(context, { counterpartyId: id });
    await searchCounterparties(context, { query: raw || name });
    context.wasRefused('forbidden');
    world.pass(10_000);
  }
  for (const { email } of employees.slice(0, 5)) {
    await signInByPassword(
      { store, now: world.now, newId: world.newId },
      { email, password: 'не тот пароль', source: null, device: null, replaces: null },
    );
  }
  await world.accessLog.flush();
  const kept = (await q.select().from(t.auditLog)).map((row) => JSON.stringify(row)).join('\n');
  expect(kept.split('\n').length).toBeGreaterThan(150);
  const personal = [
    ...cards.flatMap(({ name, contactPerson, inn }) => [name, contactPerson, inn]),
    ...cardPhones.flatMap(({ raw, e164 }) => [raw, e164, e164?.slice(1) ?? null]),
    ...cardEmails.map(({ address }) => address),
    ...employees.flatMap(({ surname, email, phone }) => [surname, email, phone]),
  ].filter((value) => value !== null && value.length > 3);
  expect(personal.length).toBeGreaterThan(1000);
  expect(personal.filter((value) => kept.includes(value!))).toEqual([]);
}, 60_000);
