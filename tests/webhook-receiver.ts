import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { headers: IncomingHttpHeaders; body: string; event: { type: string; data: never } };
type Answer = { status: number; headers?: Record<string, string>; body?: string } | 'silence' | 'hangsUp';

/** Another program that is told what happens: it keeps what it was sent and answers as it was told to. */
export async function openReceiver() {
  const received: Received[] = [];
  const answers: Answer[] = [];
  let usual: Answer = { status: 204 };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      received.push({ headers: request.headers, body, event: body ? JSON.parse(body) : null });
      const answer = answers.shift() ?? usual;
      if (answer === 'silence') return;
      if (answer === 'hangsUp') return void request.socket.destroy();
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/hooks`,
    port,
    received,
    /** What the next requests are answered, one each. */
    answers,
    answersAlways: (answer: Answer) => {
      usual = answer;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Receiver = Awaited<ReturnType<typeof openReceiver>>;

/** Whether a message is signed by that secret, reckoned as docs/webhooks.md tells it and by nothing of the console's. */
export async function isSignedBy(
  secret: string,
  { headers, body }: Omit<Received, 'event'>,
): Promise<boolean> {
  const bytes = Uint8Array.from(atob(secret.slice('whsec_'.length)), (letter) => letter.charCodeAt(0));
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes, hmac, false, ['verify']);
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  for (const one of String(headers['webhook-signature']).split(' ')) {
    const [version, text] = one.split(',');
    const signature = Uint8Array.from(atob(text!), (letter) => letter.charCodeAt(0));
    const isRight = await crypto.subtle.verify(hmac, key, signature, new TextEncoder().encode(signed));
    if (version === 'v1' && isRight) return true;
  }
  return false;
}
