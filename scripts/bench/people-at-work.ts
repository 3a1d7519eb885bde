import path from 'node:path';
import Database from 'better-sqlite3';
import { heartbeatEveryMs } from '@/lib/domain/employees/presence';
import type { ConsoleUnderTest } from './console-under-test';

/** A person who works through the API as a console does. */
export type Seat = {
  read<Answer>(path: string): Promise<Answer>;
  /** @returns the status it was answered with */
  change(method: string, path: string, body?: object): Promise<number>;
};

/**
 * Signs the client managers of the demo company in and keeps their live streams open, so that calls are offered to them;
 * nobody answers. They leave when the console stops.
 */
export async function seatClientManagers(callboard: ConsoleUnderTest): Promise<void> {
  for (const employeeId of peopleOf(callboard.dataDir, 'client')) await seat(callboard, employeeId);
}

/** Signs somebody in and keeps their live stream and its heartbeat; `onNews` is told with each piece of news. */
export async function seat(
  { url }: ConsoleUnderTest,
  employeeId: string,
  onNews: (seat: Seat) => void = () => undefined,
): Promise<Seat> {
  const cookie = await signIn(url, employeeId);
  const own: Seat = {
    async read<Answer>(path: string) {
      const response = await fetch(`${url}/api/v1${path}`, { headers: { cookie } });
      if (!response.ok) throw new Error(`GET ${path} answered ${response.status}`);
      return (await response.json()) as Answer;
    },
    async change(method, path, body) {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          cookie,
          origin: url,
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        },
        body: body && JSON.stringify(body),
      });
      await response.arrayBuffer();
      return response.status;
    },
  };
  const live = await fetch(`${url}/api/live`, { headers: { cookie } });
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
  const beat = () => own.change('POST', '/presence/heartbeat', { connectionId, browserPhone: 'off' });
  setInterval(() => void beat().catch(() => undefined), heartbeatEveryMs).unref();
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value.includes('event: news')) onNews(own);
    }
  })().catch(() => undefined);
  return own;
}

/** Signs one person of a department in. @returns the cookies of the session */
export async function signInAs({ url, dataDir }: ConsoleUnderTest, departmentKind: string): Promise<string> {
  const [employeeId] = peopleOf(dataDir, departmentKind);
  if (!employeeId) throw new Error(`nobody works in a department of kind ${departmentKind}`);
  return signIn(url, employeeId);
}

/** The ids of those who work in the departments of a kind. */
export function peopleOf(dataDir: string, departmentKind: string): string[] {
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
