import { ApiError, readApiError, type UnansweredChange } from './api-error';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Query = Record<string, string | number | boolean | null | undefined>;

export type ReadOptions = { query?: Query; signal?: AbortSignal };

export type ChangeOptions = {
  /** One per intent of the person; the same for every attempt at it. Made here when not given. */
  key?: string;
  signal?: AbortSignal;
  /** How long one attempt may take: for what is large to send. */
  attemptMs?: number;
  /** How long a lost connection is waited out before giving up; a browser that knows it is offline waits for nothing. */
  patienceMs?: number;
  /** Nothing is sent: what was pressed before it has no answer yet. */
  isHeld?: boolean;
  /** The change is refused when somebody else is signed in by now. */
  asPerson?: string;
};

type Outside = {
  fetch: typeof fetch;
  wait: (ms: number) => Promise<void>;
  now: () => number;
  isOffline?: () => boolean;
};

type Answered = { response: Response; body: unknown };

const ATTEMPT_MS = 15_000;
const PATIENCE_MS = 10_000;
const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 4_000;

const browser: Outside = {
  fetch: (...args) => fetch(...args),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: () => Date.now(),
  isOffline: () => !navigator.onLine,
};

/**
 * The screens' way to `/api/v1`. Paths are given after that prefix (`/calls/01J…/claim`).
 * A request that got no answer is sent again with the same Idempotency-Key, so that it happens once.
 * Everything that is not a 2xx is thrown as an ApiError.
 */
export function createApi({ fetch, wait, now, isOffline = () => false }: Outside = browser) {
  async function send<Answer>(
    method: Method,
    url: string,
    init: RequestInit,
    patienceMs: number,
    attemptMs = ATTEMPT_MS,
  ): Promise<Answer> {
    const until = now() + patienceMs;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      const answer = await attempt(method, url, init, attemptMs);
      if (!(answer instanceof ApiError)) return contentOf(answer) as Answer;
      if (now() + pauseMs > until) throw answer;
      await wait(pauseMs);
      init.signal?.throwIfAborted();
    }
  }

  /** The server's whole answer, or the reason why there was none. */
  async function attempt(
    method: Method,
    url: string,
    init: RequestInit,
    attemptMs: number,
  ): Promise<Answered | ApiError> {
    const timeout = AbortSignal.timeout(attemptMs);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    try {
      const response = await fetch(url, { ...init, method, signal });
      if (isFromProxy(response)) return new ApiError('unavailable', response.status);
      // An answer may break off after its head.
      const body: unknown = isJson(response) ? await response.json() : undefined;
      return { response, body };
    } catch (error) {
      if (init.signal?.aborted) throw error;
      return new ApiError(timeout.aborted ? 'timeout' : 'network', 0);
    }
  }

  async function change<Answer>(
    method: UnansweredChange['method'],
    path: string,
    body: unknown,
    options: ChangeOptions,
  ): Promise<Answer> {
    const { key = crypto.randomUUID(), signal, attemptMs, asPerson } = options;
    const patienceMs = isOffline() ? 0 : (options.patienceMs ?? PATIENCE_MS);
    const headers: Record<string, string> = { 'idempotency-key': key };
    const init: RequestInit = { signal, headers };
    if (asPerson !== undefined) headers['as-person'] = asPerson;
    if (body !== undefined) {
      init.body = JSON.stringify(body);
      headers['content-type'] = 'application/json';
    }
    try {
      if (options.isHeld) throw new ApiError('network', 0);
      return await send<Answer>(method, addressOf(path), init, patienceMs, attemptMs);
    } catch (error) {
      if (error instanceof ApiError && isWithoutAnswer(error)) {
        error.unanswered = { method, path, body, key };
      }
      throw error;
    }
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
    /** Sends a change as it was sent before. */
    repeat: <Answer = void>({ method, path, body, key }: UnansweredChange, options: ChangeOptions = {}) =>
      change<Answer>(method, path, body, { ...options, key }),
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

const isWithoutAnswer = ({ status, code }: ApiError) => status === 0 || code === 'unavailable';

const isJson = (response: Response) => (response.headers.get('content-type') ?? '').includes('json');

function contentOf({ response, body }: Answered): unknown {
  if (!response.ok) throw readApiError(response.status, body);
  return body;
}
