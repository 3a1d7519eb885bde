import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { ReportedEvent } from '@/lib/domain/call-scripts/events';
import type { CallView, MyCall } from '@/lib/domain/calls/call-view';
import { heartbeatEveryMs } from '@/lib/domain/employees/presence';
import type { Records } from './records';

export type Reply<Body = unknown> = { status: number; body: Body };

/** An employee who works through the API as the console's pages do: signed in, with a live stream open. */
export class Person {
  #cookie = '';
  #live: AbortController | null = null;

  private constructor(
    readonly url: string,
    readonly id: string,
    /** The number of the desk phone. */
    readonly phone: string,
  ) {}

  /** Signs somebody of the demo company in by the front part of their e-mail. */
  static async signIn(url: string, records: Records, login: string): Promise<Person> {
    const { id, phone } = records.employee(login);
    const person = new Person(url, id, phone);
    const { csrfToken } = (await (await person.#auth('csrf')).json()) as { csrfToken: string };
    const form = new URLSearchParams({ employeeId: id, csrfToken, json: 'true' });
    const answer = await person.#auth('callback/demo', form);
    expect(answer.status).toBe(200);
    return person;
  }

  async #auth(action: string, form?: URLSearchParams): Promise<Response> {
    const response = await fetch(`${this.url}/api/auth/${action}`, {
      method: form ? 'POST' : 'GET',
      headers: { cookie: this.#cookie },
      body: form,
    });
    const jar = new Map(this.#cookie.split('; ').map((pair) => [pair.split('=')[0], pair]));
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split('; ');
      jar.set(pair.split('=')[0], pair);
    }
    this.#cookie = [...jar.values()].filter(Boolean).join('; ');
    return response;
  }

  /** Opens the console's live stream, so that calls can be offered; a stream already open is closed first. */
  async opensConsole(): Promise<void> {
    this.leaves();
    const live = new AbortController();
    this.#live = live;
    const stream = await fetch(`${this.url}/api/live`, {
      headers: { cookie: this.#cookie },
      signal: live.signal,
    });
    expect(stream.status).toBe(200);
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    let connectionId: string | undefined;
    while (!connectionId) {
      const { done, value } = await reader.read();
      if (done) throw new Error('the live stream ended before it was named');
      heard += value;
      connectionId = /event: connection\ndata: \{"id":"(\w+)"\}/.exec(heard)?.[1];
    }
    const beat = () => this.change('POST', '/presence/heartbeat', { connectionId, browserPhone: 'off' });
    const heartbeat = setInterval(() => void beat().catch(() => undefined), heartbeatEveryMs);
    live.signal.addEventListener('abort', () => clearInterval(heartbeat));
    void (async () => {
      while (!(await reader.read()).done);
    })().catch(() => undefined);
  }

  leaves(): void {
    this.#live?.abort();
    this.#live = null;
  }

  async isAvailable(): Promise<void> {
    await this.opensConsole();
    await this.chooses('available');
  }

  async chooses(chosen: 'available' | 'break'): Promise<void> {
    await this.done('PUT', '/presence', { chosen });
  }

  async read<Body>(path: string): Promise<Body> {
    const reply = await this.#send<Body>('GET', path);
    expect(reply.status, `GET ${path}: ${JSON.stringify(reply.body)}`).toBe(200);
    return reply.body;
  }

  /** One change, with whatever the console answers to it. */
  change<Body = unknown>(method: string, path: string, body: object = {}, key = randomUUID()) {
    return this.#send<Body>(method, path, body, key);
  }

  /** A change that must succeed. */
  async done<Body = unknown>(method: string, path: string, body: object = {}): Promise<Body> {
    const reply = await this.change<Body>(method, path, body);
    expect(reply.status, `${method} ${path}: ${JSON.stringify(reply.body)}`).toBeLessThan(300);
    return reply.body;
  }

  async #send<Body>(method: string, path: string, body?: object, key?: string): Promise<Reply<Body>> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        cookie: this.#cookie,
        origin: this.url,
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : null) as Body };
  }

  call(callId: string): Promise<CallView> {
    return this.read<CallView>(`/calls/${callId}`);
  }

  /** The call that rings for this person now, found by the number that calls. */
  async offeredFrom(number: string): Promise<MyCall> {
    let found: MyCall | undefined;
    await expect
      .poll(async () => {
        const { calls } = await this.read<{ calls: MyCall[] }>('/calls/mine');
        found = calls.find(({ caller, offer }) => caller.e164 === number && offer !== null);
        return found !== undefined;
      })
      .toBe(true);
    return found!;
  }

  /** Takes the call, whose phone answers by itself, and is on the line with the caller. */
  async answers(callId: string): Promise<void> {
    await this.done('POST', `/calls/${callId}/claim`);
    await expect.poll(async () => (await this.call(callId)).phase).toBe('talking');
  }

  async say(callId: string, ...events: ReportedEvent[]): Promise<void> {
    for (const event of events) {
      const step = (await this.call(callId)).conversation!.step.name;
      await this.done('POST', `/calls/${callId}/call-script/events`, { step, event });
    }
  }
}
