import { ApiError, readApiError } from './api-error';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Query = Record<string, string | number | boolean | null | undefined>;

export type ReadOptions = { query?: Query; signal?: AbortSignal };

export type ChangeOptions = {
  /** One per intent of the person; the same for every attempt at it. Made here when not given. */
  key?: string;
  signal?: AbortSignal;
  /** How long one attempt may take: for what is large to send. */
  attemptMs?: number;
  /** How long a lost connection is waited out before giving up. */
  patienceMs?: number;
};

type Outside = {
  fetch: typeof fetch;
  wait: (ms: number) => Promise<void>;
  now: () => number;
};

const ATTEMPT_MS = 15_000;
const PATIENCE_MS = 10_000;
const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 4_000;

const browser: Outside = {
  fetch: (...args) => fetch(...args),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: () => Date.now(),
};

/**
 * The screens' way to `/api/v1`. Paths are given after that prefix (`/calls/01J…/claim`).
 * A request that got no answer is sent again with the same Idempotency-Key, so that it happens once.
 * Everything that is not a 2xx is thrown as an ApiError.
 */
export function createApi({ fetch, wait, now }: Outside = browser) {
  async function send<Answer>(
    method: Method,
    url: string,
    init: RequestInit,
    patienceMs: number,
    attemptMs = ATTEMPT_MS,
  ): Promise<Answer> {
    const until = now() + patienceMs;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      const response = await attempt(method, url, init, attemptMs);
      if (response instanceof Response) return (await readAnswer(response)) as Answer;
      if (now() + pauseMs > until) throw response;
      await wait(pauseMs);
      init.signal?.throwIfAborted();
    }
  }

  /** The server's answer, or the reason why there was none. */
  async function attempt(
    method: Method,
    url: string,
    init: RequestInit,
    attemptMs: number,
  ): Promise<Response | ApiError> {
    const timeout = AbortSignal.timeout(attemptMs);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    try {
      const response = await fetch(url, { ...init, method, signal });
      return isFromProxy(response) ? new ApiError('unavailable', response.status) : response;
    } catch (error) {
      if (init.signal?.aborted) throw error;
      return new ApiError(timeout.aborted ? 'timeout' : 'network', 0);
    }
  }

  async function change<Answer>(
    method: Method,
    path: string,
    body: unknown,
    options: ChangeOptions,
  ): Promise<Answer> {
    const { key = crypto.randomUUID(), signal, attemptMs, patienceMs = PATIENCE_MS } = options;
    const init: RequestInit = { signal, headers: { 'idempotency-key': key } };
    if (body !== undefined) {
      init.body = JSON.stringify(body);
      init.headers = { ...init.headers, 'content-type': 'application/json' };
    }
    return send<Answer>(method, addressOf(path), init, patienceMs, attemptMs);
  }

  return {
    get: <Answer>(path: string, { query, signal }: ReadOptions = {}) =>
      send<Answer>('GET', addressOf(path, query), { signal, cache: 'no-store' }, 0),
    post: <Answer = void>(path: string, body?: unknown, options: ChangeOptions = {}) =>
      change<Answer>('POST', path, body, options),
    put: <Answer = void>(path: string, body?: unknown, options: ChangeOptions = {}) =>
      change<Answer>('PUT', path, body, options),
    patch: <Answer = void>(path: string, body?: unknown, options: ChangeOptions = {}) =>
      change<Answer>('PATCH', path, body, options),
    delete: <Answer = void>(path: string, body?: unknown, options: ChangeOptions = {}) =>
      change<Answer>('DELETE', path, body, options),
  };
}

export const api = createApi();

function addressOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `/api/v1${path}${text ? `?${text}` : ''}`;
}

/** 502, 503 and 504 without our words come from something in front of the server: it was not reached. */
function isFromProxy(response: Response): boolean {
  return [502, 503, 504].includes(response.status) && !isJson(response);
}

const isJson = (response: Response) => (response.headers.get('content-type') ?? '').includes('json');

async function readAnswer(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const body: unknown = isJson(response) ? await response.json() : undefined;
  if (!response.ok) throw readApiError(response.status, body);
  return body;
}
