import { describe, expect, it } from 'vitest';
import { createApi } from './api';
import type { ApiError } from './api-error';

type Sent = { url: string; method: string; key: string | null; body: unknown };
type Reply = Response | Error;

function lineWith(replies: Reply[]) {
  const sent: Sent[] = [];
  let clock = 0;
  const api = createApi({
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers);
      sent.push({
        url: String(url),
        method: init?.method ?? 'GET',
        key: headers.get('idempotency-key'),
        body: init?.body ? JSON.parse(String(init.body)) : undefined,
      });
      const reply = replies[sent.length - 1] ?? new TypeError('Failed to fetch');
      if (reply instanceof Error) throw reply;
      return reply;
    },
    wait: async (ms) => {
      clock += ms;
    },
    now: () => clock,
  });
  return { api, sent };
}

const offline = () => new TypeError('Failed to fetch');
/** Its head has come, and its body never does. */
const brokenOff = () =>
  new Response(
    new ReadableStream({
      start: (body) => body.error(new DOMException('signal timed out', 'TimeoutError')),
    }),
    { headers: { 'content-type': 'application/json' } },
  );
const refusal = (status: number, error: object) => Response.json({ error }, { status });

describe('a change sent by a screen', () => {
  it('carries a key of its own', async () => {
    const { api, sent } = lineWith([Response.json({ id: '1' }), new Response(null, { status: 204 })]);
    expect(await api.post('/calls/1/claim', { at: 5 })).toEqual({ id: '1' });
    expect(await api.post('/calls/1/claim', { at: 5 })).toBeUndefined();
    expect(sent[0]).toMatchObject({ url: '/api/v1/calls/1/claim', method: 'POST', body: { at: 5 } });
    expect(sent[0]!.key).toMatch(/^[\da-f-]{36}$/);
    expect(sent[1]!.key).not.toBe(sent[0]!.key);
  });

  it('that got no answer is sent again with the same key, so that it happens once', async () => {
    const { api, sent } = lineWith([
      offline(),
      new Response('bad gateway', { status: 502 }),
      Response.json('ok'),
    ]);
    expect(await api.patch('/appeals/7', { topic: 'цены' })).toBe('ok');
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map((request) => request.key)).size).toBe(1);
  });

  it('whose answer breaks off after its head has got none', async () => {
    const { api, sent } = lineWith([brokenOff(), Response.json('ok')]);
    expect(await api.post('/calls/1/claim')).toBe('ok');
    expect(sent[0]!.key).toBe(sent[1]!.key);
    const reading = lineWith([brokenOff()]).api.get('/calls/mine');
    await expect(reading).rejects.toMatchObject({ name: 'ApiError', code: 'network', status: 0 });
  });

  it('gives up after its patience and says that there is no connection', async () => {
    const { api, sent } = lineWith([]);
    const refused = await api
      .post('/leads/1/accept', {}, { key: 'mine', patienceMs: 2_000 })
      .catch((error) => error);
    expect(refused).toMatchObject({ code: 'network', status: 0, isUnsettled: true });
    expect(sent.map((request) => request.key)).toEqual(['mine', 'mine', 'mine']);
  });

  it('that was answered is not sent again, whatever the answer', async () => {
    const { api, sent } = lineWith([refusal(503, { code: 'lineUnavailable', message: 'line' })]);
    await expect(api.post('/calls/1/hang-up')).rejects.toMatchObject({
      code: 'lineUnavailable',
      status: 503,
    });
    expect(sent).toHaveLength(1);
  });

  it('refused for its fields brings their errors, refused for its time the current step', async () => {
    const { api } = lineWith([
      refusal(400, { code: 'invalid', message: 'wrong', fields: { 'phones.0': 'required' } }),
      refusal(409, { code: 'staleStep', message: 'late', current: 'fillingCard' }),
      new Response('<html>', { status: 500 }),
    ]);
    const refusals: ApiError[] = [];
    for (let i = 0; i < 3; i++) await api.put('/x', {}).catch((error) => refusals.push(error));
    expect(refusals.map(({ code, fields, details }) => ({ code, fields, details }))).toEqual([
      { code: 'invalid', fields: { 'phones.0': 'required' }, details: {} },
      { code: 'staleStep', fields: {}, details: { current: 'fillingCard' } },
      { code: 'internal', fields: {}, details: {} },
    ]);
  });

  it('that got no answer says what was sent, so that it may wait; offline, nothing is waited out first', async () => {
    const { api, sent } = lineWith([]);
    const refused = await api.patch('/x', { a: 1 }, { key: 'k', patienceMs: 0 }).catch((error) => error);
    expect(refused.unanswered).toEqual({ method: 'PATCH', path: '/x', body: { a: 1 }, key: 'k' });
    await expect(api.repeat(refused.unanswered, { asPerson: 'anna', patienceMs: 0 })).rejects.toThrow(
      'network',
    );
    expect(sent[1]).toMatchObject({ method: 'PATCH', key: 'k', body: { a: 1 } });
    const held = await api.post('/x', undefined, { isHeld: true }).catch((error) => error);
    expect(held.unanswered).toMatchObject({ method: 'POST', path: '/x' });
    expect(sent).toHaveLength(2);
    const settled = lineWith([refusal(409, { code: 'conflict' })]).api;
    expect((await settled.post('/x').catch((error) => error)).unanswered).toBeNull();
  });

  it('that is called off is not sent any more', async () => {
    const { api, sent } = lineWith([]);
    const calledOff = AbortSignal.abort();
    await expect(api.post('/x', {}, { signal: calledOff })).rejects.toThrow();
    expect(sent).toHaveLength(1);
  });
});

describe('a reading', () => {
  it('names what it wants in the address and leaves out what is not asked', async () => {
    const { api, sent } = lineWith([Response.json([])]);
    await api.get('/counterparties', { query: { q: 'Ромашка и К', after: null, limit: 20 } });
    expect(sent[0]!.url).toBe(
      '/api/v1/counterparties?q=%D0%A0%D0%BE%D0%BC%D0%B0%D1%88%D0%BA%D0%B0+%D0%B8+%D0%9A&limit=20',
    );
    expect(sent[0]!.key).toBeNull();
  });
});
