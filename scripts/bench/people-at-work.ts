import path from 'node:path';
import Database from 'better-sqlite3';
import { heartbeatEveryMs } from '@/lib/domain/employees/presence';
import type { ConsoleUnderTest } from './console-under-test';

/**
 * Signs the client managers of the demo company in and keeps their live streams open, so that calls are offered to them;
 * nobody answers. They leave when the console stops.
 */
export async function seatClientManagers({ url, dataDir }: ConsoleUnderTest): Promise<void> {
  for (const employeeId of peopleOf(dataDir, 'client')) {
    const headers = { cookie: await signIn(url, employeeId) };
    const live = await fetch(`${url}/api/live`, { headers });
    if (live.status !== 200 || !live.body) throw new Error(`the live stream answered ${live.status}`);
    const reader = live.body.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    let connectionId: string | undefined;
    while (!connectionId) {
      const { done, value } = await reader.read();
      if (done) throw new Error('the live stream ended before it was named');
      heard += value;
      connectionId = /event: connection\ndata: \{"id":"(\w+)"\}/.exec(heard)?.[1];
    }
    const heartbeat = setInterval(
      () =>
        void fetch(`${url}/api/v1/presence/heartbeat`, {
          method: 'POST',
          headers: {
            ...headers,
            origin: url,
            'content-type': 'application/json',
            'idempotency-key': crypto.randomUUID(),
          },
          body: JSON.stringify({ connectionId, browserPhone: 'off' }),
        }).catch(() => undefined),
      heartbeatEveryMs,
    );
    heartbeat.unref();
    void (async () => {
      while (!(await reader.read()).done);
    })().catch(() => undefined);
  }
}

/** Signs one person of a department in. @returns the cookies of the session */
export async function signInAs({ url, dataDir }: ConsoleUnderTest, departmentKind: string): Promise<string> {
  const [employeeId] = peopleOf(dataDir, departmentKind);
  if (!employeeId) throw new Error(`nobody works in a department of kind ${departmentKind}`);
  return signIn(url, employeeId);
}

function peopleOf(dataDir: string, departmentKind: string): string[] {
  const database = new Database(path.join(dataDir, 'callboard.db'), { readonly: true });
  const ids = database
    .prepare(
      `select employees.id from employees join departments on departments.id = employees.department_id
       where departments.kind = ?`,
    )
    .pluck()
    .all(departmentKind) as string[];
  database.close();
  return ids;
}

/** @returns the cookies of the session */
async function signIn(url: string, employeeId: string): Promise<string> {
  const asked = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answer = await fetch(`${url}/api/auth/callback/demo`, {
    method: 'POST',
    headers: { cookie: cookiesOf(asked) },
    body: new URLSearchParams({ employeeId, csrfToken, json: 'true' }),
    redirect: 'manual',
  });
  if (answer.status !== 200) throw new Error(`the sign-in answered ${answer.status}`);
  return cookiesOf(answer);
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split('; ')[0])
    .join('; ');
}
