import type { z } from 'zod';
import {
  contextFor,
  contextForScreen,
  fingerprint,
  identify,
  identifyScreen,
  publicOrigin,
} from '@/lib/context';
import type { AnswerOf, Contract, InputOf } from '@/lib/domain/contract';
import { type FieldErrors, Refusal } from '@/lib/domain/errors';
import { withoutValues } from '@/lib/domain/without-values';
import { type Context, RepeatedRequest } from '@/lib/operations/context';
import { refusalStatuses } from './refusal-statuses';
import { turnOfItsOwn } from './turn-of-its-own';

type Handler = (request: Request, route: { params: Promise<object> }) => Promise<Response>;

const largestBody = 64 * 1024;

/**
 * The one way into the API: who is asking, the idempotency key of a change, the parsed input, one operation, its answer
 * or its refusal as a status. A request sent again with its key gets the first one's answer.
 */
export function door<C extends Contract>(
  contract: C,
  operation: (context: Context, input: InputOf<C>) => Promise<AnswerOf<C>>,
): Handler {
  return doorOf(contract, operation, (answer) =>
    answer === undefined || answer === null ? new Response(null, { status: 204 }) : json(200, answer),
  );
}

/** The same for an answer that is no JSON: `render` makes it of what the operation found. */
export function doorOf<C extends Contract, Found>(
  contract: C,
  operation: (context: Context, input: InputOf<C>) => Promise<Found>,
  render: (found: Found, request: Request) => Response | Promise<Response>,
): Handler {
  const isChange = contract.method !== 'get';
  return async (request, route) => {
    try {
      if (!isChange) await turnOfItsOwn();
      const identity = await identify(request);
      const screenId = !identity && contract.takesScreens ? await identifyScreen(request) : null;
      if (screenId !== null) {
        return await render(await operation(await contextForScreen(screenId), {} as InputOf<C>), request);
      }
      if (!identity) throw new Refusal('unauthorized', 'sign in first');
      refuseForSomebodyElse(request, identity.person.id);
      if (isChange && identity.by === 'session') refuseForeignOrigin(request);
      if (isChange && identity.token?.scope === 'read') throw readOnly();
      const raw = isChange ? await readBody(request, contract.maxBytes ?? largestBody) : '';
      const key = isChange ? idempotencyKeyOf(request) : undefined;
      const input = parseInput(contract, await route.params, new URL(request.url).searchParams, raw);
      const context = await contextFor(
        identity.person,
        key ? { key, bodyHash: hashOf(request, raw), operation: operationOf(contract), input } : undefined,
        identity,
      );
      const answer = await operation(context, input as InputOf<C>).catch((error: unknown) => {
        if (error instanceof RepeatedRequest) return error.result as Found;
        if (isChange && error instanceof Refusal && error.code === 'forbidden')
          context.wasRefused(error.code);
        throw error;
      });
      return await render(answer, request);
    } catch (error) {
      return refusalResponse(error);
    }
  };
}

const operationOf = ({ method, path }: Contract) => `${method.toUpperCase()} ${path}`;

function parseInput(contract: Contract, params: object, query: URLSearchParams, raw: string): object {
  const fields: FieldErrors = {};
  const parse = (schema: z.ZodType | undefined, value: unknown): object => {
    if (!schema) return {};
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data as object;
    for (const issue of parsed.error.issues) fields[issue.path.join('.')] ??= issue.message;
    return {};
  };
  const input = {
    ...parse(contract.params, params),
    ...parse(contract.query, Object.fromEntries(query)),
    ...parse(contract.body, contract.body ? parseJson(raw) : {}),
  };
  if (Object.keys(fields).length > 0) throw new Refusal('invalid', 'some fields are wrong', fields);
  return input;
}

function parseJson(raw: string): unknown {
  try {
    return raw === '' ? {} : JSON.parse(raw);
  } catch {
    throw new Refusal('invalid', 'the body is not JSON');
  }
}

async function readBody(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > maxBytes) throw tooLarge();
  const type = request.headers.get('content-type') ?? '';
  if (bytes.byteLength > 0 && !type.startsWith('application/json')) {
    throw new Refusal('invalid', 'the body must be sent as application/json');
  }
  return new TextDecoder().decode(bytes);
}

const readOnly = () => new Refusal('forbidden', 'this token may only read', {}, { reason: 'readOnlyToken' });

const tooLarge = () => new Refusal('tooLarge', 'the body is too large');

function idempotencyKeyOf(request: Request): string {
  const key = request.headers.get('idempotency-key')?.trim();
  if (!key || key.length > 200) {
    throw new Refusal(
      'idempotencyKeyMissing',
      'send an Idempotency-Key of 1 to 200 characters with every change',
    );
  }
  return key;
}

/** A browser says where a request comes from; only our own pages may change something with the session cookie. */
function refuseForeignOrigin(request: Request) {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const isOwn = site ? site === 'same-origin' : origin === publicOrigin();
  if (!isOwn) throw new Refusal('forbidden', 'changes are taken from our own pages only');
}

/** What one person pressed while there was no connection is not done in the name of the next one at the same browser. */
function refuseForSomebodyElse(request: Request, personId: string) {
  const meant = request.headers.get('as-person');
  if (meant !== null && meant !== personId) throw new Refusal('unauthorized', 'somebody else is signed in');
}

function hashOf(request: Request, raw: string): string {
  const { pathname, search } = new URL(request.url);
  return fingerprint(`${request.method} ${pathname}${search}\n${raw}`);
}

function refusalResponse(error: unknown): Response {
  if (error instanceof Refusal) {
    const { code, message, fields, details } = error;
    return json(refusalStatuses[code], { error: { code, message, fields, ...details } });
  }
  const reference = crypto.randomUUID();
  console.error(`request failed (${reference})`, withoutValues(error));
  return json(500, { error: { code: 'internal', message: `unexpected failure, reference ${reference}` } });
}

const json = (status: number, body: unknown) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
