import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Line } from '../line/line.ts';
import { servePage } from '../page/serve-page.ts';
import { serveRest } from '../rest/rest-api.ts';
import { serveSignal } from '../signal/serve-signal.ts';
import { control } from './control-api.ts';
import { ControlError } from './control-error.ts';
import { serveEvents } from './serve-events.ts';

const BODY_LIMIT_BYTES = 1024 * 1024;

/** The simulator's one server: Twilio's REST API, the browsers' signalling, the control API, and the page. */
export function serveLine(line: Line): Server {
  const server = http.createServer((request, response) => {
    serve(line, request, response).catch((error) => {
      line.journal.write({
        kind: 'debugger',
        level: 'error',
        text: `line simulator: ${error?.stack ?? error}`,
      });
      if (!response.headersSent) answerJson(response, 500, { error: String(error) });
      else response.destroy();
    });
  });
  serveSignal(line, server);
  return server;
}

async function serve(line: Line, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://line');
  // Twilio's products answer at hosts of their own, which a console that is pointed here leaves out.
  if (/^\/(2010-04-01|v\d)\//.test(pathname))
    return serveRest(line, request, response, await bodyOf(request));
  if (pathname === '/health') return answerJson(response, 200, { ok: true, product: 'line-simulator' });
  if (!isLocal(request.headers.host)) return answerJson(response, 403, { error: 'Only from this machine' });
  if (pathname === '/control/events') return serveEvents(line, response);
  if (!pathname.startsWith('/control/')) return servePage(pathname, response);
  try {
    const input = request.method === 'GET' ? {} : await jsonOf(request);
    const { status, body } = await control(line, request.method ?? 'GET', pathname, searchParams, input);
    answerJson(response, status, body);
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    answerJson(response, error.status, { error: error.message });
  }
}

// A page elsewhere on the web must not reach the control API through a name of its own.
function isLocal(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '');
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_LIMIT_BYTES) throw new ControlError(413, 'The body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function jsonOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const body = await bodyOf(request);
  if (!body) return {};
  // Only this type makes a foreign page's browser ask first, and it is not let in.
  if (!request.headers['content-type']?.startsWith('application/json'))
    throw new ControlError(415, 'The body is JSON: Content-Type application/json');
  try {
    const value: unknown = JSON.parse(body);
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new ControlError(400, 'The body is not a JSON object');
}

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(status === 204 ? undefined : JSON.stringify(body));
}
