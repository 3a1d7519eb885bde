import { eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { insertApiToken } from '@/db/api-tokens';
import { insertCompanyNumber } from '@/db/company-numbers';
import { updateDepartment } from '@/db/departments';
import { updateEmployee } from '@/db/employees';
import { insertSession } from '@/db/sessions';
import type { Store } from '@/db/store';
import { insertWebhook } from '@/db/webhooks';
import { cookieName } from '@/lib/auth/cookies';
import { hashSecret } from '@/lib/auth/secrets';
import { sessionLifeMs } from '@/lib/auth/session';
import { defaultLineOpening } from '@/lib/domain/settings/line-opening';
import { chosenEventKinds } from '@/lib/domain/webhooks/webhook-event';
import { readSettings } from '@/lib/env';
import { makeTestCard, phones } from '@/lib/operations/counterparties/testing-cards';
import type { TestName } from '@/lib/operations/employees/testing';
import { prepareInstallation } from '@/lib/operations/settings/prepare-installation';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';

const reading = readSettings({
  PUBLIC_URL: 'http://127.0.0.1:3000',
  AUTH_SECRET: 's'.repeat(40),
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: '1'.repeat(32),
  TWILIO_API_KEY_SID: `SK${'0'.repeat(32)}`,
  TWILIO_API_KEY_SECRET: 'x'.repeat(20),
  TWILIO_TWIML_APP_SID: `AP${'0'.repeat(32)}`,
  TWILIO_API_BASE_URL: 'http://127.0.0.1:3001',
  OFFICE_TIME_ZONE: 'Europe/Moscow',
});
if (!reading.ok) throw new Error(reading.problems.join('\n'));

/** The installation that random calls are placed to. */
export const modelSettings = reading.settings;

/** Who works there: three who answer, and those the calls are handed over to. */
export const workers = [
  'anna',
  'boris',
  'clara',
  'pavel',
  'polina',
  'stepan',
  'sofia',
] as const satisfies TestName[];
export type Worker = (typeof workers)[number];

/** Whose telephone is the browser. */
const browserPeople: ReadonlySet<TestName> = new Set(['boris', 'polina']);
export const hasBrowserPhone = (name: Worker) => browserPeople.has(name);

export const deskNumberOf = (name: Worker) => `+7495123000${workers.indexOf(name) + 1}`;

/** The company's numbers: conversations on the second one are recorded. */
export const companyNumbers = ['+74951234567', '+74951234568'] as const;
export const knownCallers = ['+73842581234', '+73842580001'] as const;

const tokenOf = (name: Worker) => `cb_token-of-${name}`;
const sessionOf = (name: Worker) => `session-of-${name}`;

/** Writes the company into an empty database. */
export async function hireCompany(store: Store): Promise<void> {
  const world = createTestWorld(store);
  const company = await hireTestCompany(world);
  await prepareInstallation(world.as(null));
  const createdAt = world.now();
  await store.tx(async (db) => {
    await updateDepartment(db, 'client', { overflowDepartmentId: 'sales', overflowSeconds: 40 });
    for (const name of workers) {
      const isBrowser = hasBrowserPhone(name);
      const phone = isBrowser
        ? ({ phoneKind: 'browser', phone: null } as const)
        : { phone: deskNumberOf(name) };
      await updateEmployee(db, name, phone);
      const tokenHash = hashSecret(tokenOf(name));
      await insertApiToken(db, {
        id: `token${name}`,
        tokenHash,
        employeeId: name,
        label: 'model',
        createdAt,
      });
      await insertSession(db, {
        id: sessionOf(name),
        employeeId: name,
        createdAt,
        lastSeenAt: createdAt,
        expiresAt: createdAt + sessionLifeMs,
      });
    }
    await insertWebhook(db, {
      id: 'webhook',
      address: 'https://example.com/callboard',
      kinds: chosenEventKinds,
      secret: 'whsec_c2VjcmV0',
      earlierSecret: null,
      earlierSecretUntil: null,
      createdAt,
      createdBy: 'alla',
      disabledAt: null,
      offReason: null,
      failingSince: null,
    });
    for (const e164 of companyNumbers) {
      await insertCompanyNumber(db, {
        id: `number${e164.slice(-4)}`,
        e164,
        name: e164,
        createdAt,
        disabledAt: null,
        recordsConversations: e164 === companyNumbers[1],
        retentionDays: 365,
        announcement: 'Разговор записывается.',
        ...defaultLineOpening,
      });
    }
  });
  const [client, prospect] = knownCallers;
  const cardId = await makeTestCard(world, company, { name: 'ООО «Липа»', phones: phones(client) });
  await makeTestCard(world, company, { name: 'ООО «Клён»', phones: phones(client, prospect) });
  const { counterparties } = store.read.t;
  await store.tx(async (db) => {
    await db.q.update(counterparties).set({ status: 'client' }).where(eq(counterparties.id, cardId));
  });
}

const cookies = new Map<Worker, Promise<string>>();

/** How a person proves who they are: by token, and by the cookie of their session. */
export async function proofOf(name: Worker): Promise<{ authorization: string; cookie: string }> {
  const { authSecret: secret } = modelSettings;
  const made =
    cookies.get(name) ?? encode({ token: { sid: sessionOf(name) }, secret, maxAge: sessionLifeMs / 1000 });
  cookies.set(name, made);
  return {
    authorization: `Bearer ${tokenOf(name)}`,
    cookie: `${cookieName('session', modelSettings)}=${await made}`,
  };
}
