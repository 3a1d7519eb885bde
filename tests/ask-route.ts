import { globSync } from 'node:fs';
import { matrix, type Question } from './rights-matrix';
import { origin, type RightsScene } from './rights-scene';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Handler = (request: Request, route: { params: Promise<object> }) => Promise<Response>;

const methods: Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const files = globSync('app/api/**/route.ts').toSorted();
/** What answers each route, by method and address. */
export const handlers = new Map<string, Handler>();
for (const file of files) {
  const module = (await import(/* @vite-ignore */ `../${file}`)) as Partial<Record<Method, Handler>>;
  const address = file.replace(/^app\/api(\/v1)?/, '').replace(/\/route\.ts$/, '');
  for (const method of methods) {
    const handler = module[method];
    if (handler) handlers.set(`${method} ${address}`, handler);
  }
}

const signs: Record<number, string> = { 200: '+', 204: '+', 403: '-', 404: '0', 409: '!' };

/** Puts a question of the matrix to its route. */
export async function askRoute(
  scene: RightsScene,
  key: string,
  question: Question,
  headers: Headers,
): Promise<Response> {
  const [method, address] = key.split(' ') as [Method, string];
  const { ids } = scene;
  const params = { ...ids, scriptId: 'inbound-call', ...filled(question.params ?? {}, ids) };
  const path = address.replace(/\[(\w+)\]/g, (_, name) => encodeURIComponent(String(params[name as never])));
  const url = new URL(`/api/v1${path}`, origin);
  for (const [name, value] of Object.entries(filled(question.query ?? {}, ids)))
    url.searchParams.set(name, value);
  const sent = new Headers(headers);
  const isChange = method !== 'GET';
  if (isChange) sent.set('idempotency-key', crypto.randomUUID());
  if (question.body !== undefined) sent.set('content-type', 'application/json');
  const body = question.body === undefined ? undefined : JSON.stringify(filled(question.body, ids));
  const request = new Request(url, { method, headers: sent, body });
  return handlers.get(key)!(request, { params: Promise.resolve(params) });
}

/** Puts the scene's ids where a question names them. */
function filled<Value>(value: Value, ids: Record<string, unknown>): Value {
  if (typeof value === 'string') {
    const name = /^\{(\w+)\}$/.exec(value)?.[1];
    return (name ? ids[name] : value) as Value;
  }
  if (Array.isArray(value)) return value.map((each) => filled(each, ids)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, ids)])) as Value;
}

/** As our own pages send it. */
export const ownPage = (headers: Headers) => {
  const sent = new Headers(headers);
  sent.set('sec-fetch-site', 'same-origin');
  return sent;
};

/** How the matrix writes an answer down. */
export async function signOf(answer: Response): Promise<string> {
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) await answer.body?.cancel();
  // A file is made as it is taken, and is on record when it is.
  if (answer.status === 200 && answer.headers.get('content-type')?.startsWith('text/csv'))
    await answer.text();
  return signs[answer.status] ?? `${answer.status} ${await answer.text()}`;
}

/** Every question of the matrix under a title of its own. */
export const cases = Object.entries(matrix).flatMap(([key, { also = {}, ...row }]) => [
  { title: key, key, row },
  ...Object.entries(also).map(([about, other]) => ({ title: `${key}: ${about}`, key, row: other })),
]);
