import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SendRequest } from '@/scripts/line-simulator/webhooks/send-request';
import type { ConsoleProcess } from './console-process';
import type { Faults } from './faults';
import type { Flight } from './flight';
import type { History } from './history';
import { answerByRoute } from './routes';

type Answer = Awaited<ReturnType<SendRequest>>;

const refused = { cause: 'ct', code: 11202, message: 'TCP connection refused' } as const;
const broken = { cause: 'rt', code: 11205, message: 'Connection closed before the answer' } as const;

/** Carries the phone provider's requests to the console's routes within this process, and keeps each with its answer. */
export function createWebhookCarrier({
  flight,
  faults,
  history,
  running,
}: {
  flight: Flight;
  faults: Faults;
  history: History;
  running: () => ConsoleProcess | null;
}): SendRequest {
  const carry: SendRequest = async (_clock, { url, method, body, headers }) => {
    const { pathname, search } = new URL(url);
    if (pathname.startsWith('/sounds/')) return soundAnswer(pathname);
    const form = Object.fromEntries(new URLSearchParams(body));
    const keep = (status: number | null, answered = '') =>
      history.add({ kind: 'webhook', path: pathname, query: search, form, status, body: answered });
    const process = running();
    if (!process) {
      keep(null);
      return refused;
    }
    const losesReply = faults.losesReply();
    const request = new Request(url, { method, headers, body: method === 'POST' ? body : undefined });
    const response = await process.untilDeath(answerByRoute(request));
    if (response === 'died') {
      keep(null);
      return broken;
    }
    const answered = await response.text();
    if (losesReply) {
      keep(null, response.ok ? answered : '');
      return broken;
    }
    keep(response.status, answered);
    return answerOf(response.status, response.headers, Buffer.from(answered));
  };
  return (clock, outgoing) => flight.during(carry(clock, outgoing));
}

function answerOf(status: number, headers: Headers, head: Buffer): Answer {
  return {
    status,
    contentType: headers.get('content-type'),
    location: headers.get('location'),
    body: head.toString('utf8'),
    head,
    sizeBytes: head.length,
  };
}

const sounds = new Map<string, Buffer>();

function soundAnswer(pathname: string): Answer {
  const file = path.join(process.cwd(), 'public', pathname);
  if (!existsSync(file)) return answerOf(404, new Headers(), Buffer.alloc(0));
  const sound = sounds.get(pathname) ?? readFileSync(file);
  sounds.set(pathname, sound);
  return {
    ...(answerOf(200, new Headers({ 'content-type': 'audio/wav' }), sound) as object),
    body: '',
  } as Answer;
}
