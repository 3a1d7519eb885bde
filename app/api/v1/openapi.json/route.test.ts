import { globSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GET } from './route';

const shared = globalThis as { callboardSettings?: unknown };
beforeEach(() => {
  shared.callboardSettings = { publicUrl: 'http://127.0.0.1:3000' };
});
afterEach(() => {
  shared.callboardSettings = undefined;
});

type Operation = {
  operationId: string;
  parameters?: { in: string; name: string; required?: boolean }[];
  requestBody?: unknown;
  responses: Record<string, { content: Record<string, { schema: unknown }> }>;
};
type Document = {
  components: { securitySchemes: { session: { name: string } } };
  paths: Record<string, Record<string, Operation>>;
};

async function description(): Promise<Document> {
  const response = GET();
  expect(response.status).toBe(200);
  return (await response.json()) as Document;
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

test('describes every route and method of the API, and no others', async () => {
  const { paths } = await description();
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const served: string[] = [];
  for (const file of globSync('app/api/v1/**/route.ts')) {
    const path = file
      .replace(/^app\/api\/v1/, '')
      .replace(/\/route\.ts$/, '')
      .replaceAll('[', '{')
      .replaceAll(']', '}');
    if (path === '/openapi.json') continue;
    const route = (await import(/* @vite-ignore */ `../../../../${file}`)) as Record<string, unknown>;
    served.push(...methods.filter((method) => route[method]).map((method) => `${method} ${path}`));
  }
  expect(described.toSorted()).toEqual(served.toSorted());
});

test('every refusal may name its reason', async () => {
  const { paths } = await description();
  const { responses } = paths['/employees/{employeeId}/disable']!.post!;
  for (const status of ['403', '409']) {
    expect(responses[status]?.content['application/json']?.schema).toMatchObject({
      properties: { error: { properties: { reason: { type: 'string' } } } },
    });
  }
});

test('names each operation once, with every parameter of its address', async () => {
  const { paths } = await description();
  const operations = Object.entries(paths).flatMap(([path, each]) =>
    Object.values(each).map((operation) => ({ path, ...operation })),
  );
  const names = operations.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  for (const { path, parameters = [] } of operations) {
    const inPath = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
    expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  }
});

test('a change needs its key, and tells what it may be refused for', async () => {
  const { paths } = await description();
  const { post, get } = { ...paths['/counterparties'] } as Record<'post' | 'get', Operation>;
  expect(post.parameters).toEqual([
    expect.objectContaining({ in: 'header', name: 'Idempotency-Key', required: true }),
    expect.objectContaining({ in: 'header', name: 'As-Person' }),
  ]);
  expect(Object.keys(post.responses)).toEqual([
    '200',
    '400',
    '401',
    '403',
    '404',
    '409',
    '413',
    '422',
    '429',
    '503',
  ]);
  expect(Object.keys(get.responses)).toEqual(['200', '400', '401', '403', '404', '429', '503']);
});

test('tells what a step and a draft are made of', async () => {
  const { paths } = await description();
  const text = JSON.stringify(paths['/calls/{callId}']!.get!.responses['200']);
  for (const part of ['"missing"', '"chosenCounterparty"', '"contactPerson"', '"recordsWritten"'])
    expect(text).toContain(part);
});

test('names the cookie that the session is kept in', async () => {
  expect((await description()).components.securitySchemes.session.name).toBe('callboard.session');
  shared.callboardSettings = { publicUrl: 'https://calls.example.com' };
  expect((await description()).components.securitySchemes.session.name).toBe('__Host-callboard.session');
});
