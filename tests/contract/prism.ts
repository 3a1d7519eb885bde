import { createInstance, getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { twilioDocuments } from './twilio-documents';

export type Exchange = {
  request: { method: string; url: string; headers: Record<string, string>; body: string };
  /** Null: none came. */
  response: { status: number; headers: Record<string, string>; body: string } | null;
};

export type Violation = {
  of: 'request' | 'response';
  message: string;
  /** The line refused the request. */
  isRefused: boolean;
};

type Components = Parameters<typeof createInstance>[1];
type Forward = NonNullable<Components['forward']>;
type Operations = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>;

// Prism logs each request; what it finds comes back with the answer as well.
const nothing = () => {};
const logger = {
  child: () => logger,
  ...{ trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, success: nothing },
} as never as Components['logger'];

let operations: Promise<Operations> | undefined;

/**
 * Holds one exchange with the line to Twilio's OpenAPI by the engine of Prism's validating proxy. What Prism would forward
 * has been carried already, untouched: its own forwarder re-encodes a recording's sound, and answers for a line that hangs up.
 */
export async function violationsOf({ request, response }: Exchange): Promise<Violation[]> {
  const url = new URL(request.url, 'http://line');
  // The sound of a recording stands in Twilio's pages alone.
  if (/\/Recordings\/RE[0-9a-f]{32}\.(wav|mp3)$/.test(url.pathname)) return [];
  operations ??= Promise.all(twilioDocuments().map(getHttpOperationsFromSpec)).then((each) => each.flat());
  const carried = {
    statusCode: response?.status ?? 204,
    headers: response?.headers ?? {},
    body: response?.body && asJson(response.body),
  };
  const forward: Forward = () => () => async () => ({ _tag: 'Right', right: carried });
  const config = {
    isProxy: true,
    upstream: new URL('http://line'),
    upstreamProxy: undefined,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: response !== null,
    errors: true,
    mock: { dynamic: false },
  } as const;
  const prism = createInstance(config, { logger, forward });
  const input = {
    method: request.method.toLowerCase() as 'get',
    url: { path: url.pathname, query: Object.fromEntries(url.searchParams) },
    headers: request.headers,
    body: request.body || undefined,
  };
  const result = await prism.request(input, await operations)();
  const told = (of: Violation['of']) => (finding: { message: string }) => ({
    of,
    isRefused: response !== null && response.status >= 400,
    message: `${request.method} ${url.pathname}${response ? ` → ${response.status}` : ''}: ${finding.message}`,
  });
  if (result._tag === 'Left') return [told('request')(result.left)];
  const { input: asked, output: answered } = result.right.validations;
  return [...asked.map(told('request')), ...answered.map(told('response'))];
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
