import http from 'node:http';
import https from 'node:https';
import type { Clock } from '../clock/clock.ts';

export type HttpAnswer = {
  status: number;
  contentType: string | null;
  location: string | null;
  body: string;
  /** The beginning of the body as it came, and how much there was in all. */
  head: Buffer;
  sizeBytes: number;
};

export type HttpFailure = {
  cause: 'ct' | 'rt' | 'total' | 'partial';
  /** Twilio's debugger code. */
  code: number;
  message: string;
};

export type OutgoingRequest = {
  url: string;
  method: 'GET' | 'POST';
  body: string;
  headers: Record<string, string>;
  connectMs: number;
  readMs: number;
  totalMs: number;
};

/** How a request reaches the console. Never throws. */
export type SendRequest = (clock: Clock, outgoing: OutgoingRequest) => Promise<HttpAnswer | HttpFailure>;

const BODY_LIMIT_BYTES = 64 * 1024 + 1;

/** One HTTP attempt with Twilio's three time limits, on the given clock. Never throws. */
export function sendRequest(clock: Clock, outgoing: OutgoingRequest): Promise<HttpAnswer | HttpFailure> {
  return new Promise((resolve) => {
    let settled = false;
    let connected = false;
    let receiving = false;
    const timers = new Set<{ cancel(): void }>();

    const settle = (result: HttpAnswer | HttpFailure) => {
      if (settled) return;
      settled = true;
      for (const timer of timers) timer.cancel();
      resolve(result);
      request?.destroy();
    };
    const fail = (cause: HttpFailure['cause'], code: number, message: string) =>
      settle({ cause, code, message });
    const limit = (ms: number, expire: () => void) => {
      const timer = clock.after(ms, expire);
      timers.add(timer);
      return timer;
    };

    let address: URL;
    try {
      address = new URL(outgoing.url);
    } catch {
      resolve({ cause: 'partial', code: 11100, message: `Invalid URL: ${outgoing.url}` });
      return;
    }
    const transport = address.protocol === 'https:' ? https : http;
    const request = transport.request(address, {
      method: outgoing.method,
      agent: false,
      headers: { ...outgoing.headers, 'content-length': String(Buffer.byteLength(outgoing.body)) },
    });

    const connectTimer = limit(outgoing.connectMs, () => fail('ct', 11201, 'TCP connection timed out'));
    limit(outgoing.totalMs, () => fail('total', 11200, 'No answer within the total time'));

    const connectedEvent = address.protocol === 'https:' ? 'secureConnect' : 'connect';
    request.once('socket', (socket) =>
      socket.once(connectedEvent, () => {
        connected = true;
        connectTimer.cancel();
        if (!settled) limit(outgoing.readMs, () => fail('rt', 11200, 'No answer within the read time'));
      }),
    );
    request.once('error', (error: NodeJS.ErrnoException) => {
      if (receiving) return fail('partial', 11205, `Connection broken in mid-answer: ${error.message}`);
      if (connected) return fail('rt', 11205, `Connection failed: ${error.message}`);
      if (error.code === 'ENOTFOUND') return fail('ct', 11210, 'Host name does not resolve');
      return fail('ct', 11202, `TCP connection refused: ${error.message}`);
    });
    request.once('response', (response) => {
      receiving = true;
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= BODY_LIMIT_BYTES) chunks.push(chunk);
      });
      response.once('aborted', () => fail('partial', 11205, 'Connection closed in mid-answer'));
      response.once('error', () => fail('partial', 11205, 'Connection closed in mid-answer'));
      response.once('end', () => {
        const head = Buffer.concat(chunks);
        settle({
          status: response.statusCode ?? 0,
          contentType: response.headers['content-type'] ?? null,
          location: response.headers.location ?? null,
          body: size > BODY_LIMIT_BYTES ? 'x'.repeat(BODY_LIMIT_BYTES) : head.toString('utf8'),
          head,
          sizeBytes: size,
        });
      });
    });
    request.end(outgoing.body);
  });
}
