import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';

export type Received = {
  path: string;
  query: URLSearchParams;
  parameters: Record<string, string>;
  token: string | null;
  isSigned: boolean;
};

export type Reply =
  | { status?: number; type?: string; body?: string; headers?: Record<string, string> }
  | string;

/** A console in miniature for tests: answers by a script, keeps what it received, checks every signature. */
export type ScriptedConsole = {
  url: string;
  received: Received[];
  /** What a path answers: TwiML as text, a whole reply, or `hang` to leave the request open. */
  on(path: string, reply: Reply | 'hang' | ((received: Received) => Reply | 'hang')): void;
  to(path: string): Received[];
  events(): string[];
  nextRequest(): Promise<Received>;
  close(): Promise<void>;
};

export async function startScriptedConsole(authToken: string): Promise<ScriptedConsole> {
  const replies = new Map<string, (received: Received) => Reply | 'hang'>();
  const received: Received[] = [];
  const waiting: ((received: Received) => void)[] = [];

  const server = http.createServer(async (request, response) => {
    const arrived = await read(request, `http://127.0.0.1:${port}`, authToken);
    received.push(arrived);
    for (const resolve of waiting.splice(0)) resolve(arrived);
    send(response, replies.get(arrived.path)?.(arrived) ?? { status: 204 });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    received,
    on: (path, reply) => replies.set(path, typeof reply === 'function' ? reply : () => reply),
    to: (path) => received.filter((request) => request.path === path),
    events: () =>
      received.flatMap(({ parameters }) => {
        if (parameters.StatusCallbackEvent) return [parameters.StatusCallbackEvent];
        return parameters.CallbackSource ? [`call ${parameters.CallStatus}`] : [];
      }),
    nextRequest: () => new Promise((resolve) => waiting.push(resolve)),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function read(request: IncomingMessage, origin: string, authToken: string): Promise<Received> {
  let body = '';
  for await (const chunk of request) body += chunk;
  const url = new URL(request.url ?? '/', origin);
  const parameters = Object.fromEntries(new URLSearchParams(body));
  const header = (name: string) => (request.headers[name] as string | undefined) ?? null;
  return {
    path: url.pathname,
    query: url.searchParams,
    parameters: request.method === 'GET' ? Object.fromEntries(url.searchParams) : parameters,
    token: header('i-twilio-idempotency-token'),
    isSigned: twilio.validateRequest(
      authToken,
      header('x-twilio-signature') ?? '',
      `${origin}${request.url}`,
      request.method === 'GET' ? {} : parameters,
    ),
  };
}

function send(response: ServerResponse, reply: Reply | 'hang'): void {
  if (reply === 'hang') return;
  const {
    status = 200,
    type = 'text/xml',
    body = '',
    headers = {},
  } = typeof reply === 'string' ? { body: reply } : reply;
  response.writeHead(status, { ...(type && status !== 204 ? { 'content-type': type } : {}), ...headers });
  response.end(body);
}
