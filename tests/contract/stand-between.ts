import http, { type IncomingMessage } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Exchange, type Violation, violationsOf } from './prism';

export type StandBetween = {
  url: string;
  /** What was found since this was last asked, once all that has been carried is looked at. */
  violations(): Promise<Violation[]>;
  close(): Promise<void>;
};

/** Stands between a console and its line: carries every byte both ways as it is, sockets too, and holds what is said over REST to Twilio's OpenAPI. */
export async function standBetween(lineUrl: string): Promise<StandBetween> {
  const { hostname, port } = new URL(lineUrl);
  const looks = new Set<Promise<void>>();
  const sockets = new Set<Duplex>();
  let found: Violation[] = [];

  function look(exchange: Exchange): void {
    const looking = violationsOf(exchange)
      .catch((error): Violation[] => [{ of: 'request', message: String(error), isRefused: false }])
      .then((violations) => {
        found.push(...violations);
        looks.delete(looking);
      });
    looks.add(looking);
  }

  const server = http.createServer((request, response) => {
    const asked = collect(request);
    let isLooked = false;
    const tell = (answer: Exchange['response']) => {
      if (isLooked || !request.url?.match(/^\/(2010-04-01|v\d)\//)) return;
      isLooked = true;
      const { method = 'GET', url } = request;
      look({
        request: { method, url, headers: headersOf(request), body: `${Buffer.concat(asked)}` },
        response: answer,
      });
    };
    const carried = http.request({
      hostname,
      port,
      method: request.method,
      path: request.url,
      headers: request.rawHeaders,
      setHost: false,
    });
    carried.on('response', (answer) => {
      const answered = collect(answer);
      response.writeHead(answer.statusCode!, answer.rawHeaders);
      answer.pipe(response);
      answer.on('end', () =>
        tell({
          status: answer.statusCode!,
          headers: headersOf(answer),
          body: `${Buffer.concat(answered)}`,
        }),
      );
      answer.on('error', () => response.destroy());
    });
    // A line that hangs up without an answer is seen by the console as it is.
    carried.on('error', () => {
      tell(null);
      response.destroy();
    });
    response.on('close', () => carried.destroy());
    request.pipe(carried);
  });
  server.on('upgrade', (request, socket, head) => {
    const line = net.connect(Number(port), hostname, () => {
      const headers = request.rawHeaders.reduce(
        (text, each, at) => text + each + (at % 2 === 0 ? ': ' : '\r\n'),
        '',
      );
      line.write(`${request.method} ${request.url} HTTP/1.1\r\n${headers}\r\n`);
      line.write(head);
      line.pipe(socket).pipe(line);
    });
    for (const [one, other] of [
      [line, socket],
      [socket, line],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async violations() {
      while (looks.size > 0) await Promise.all(looks);
      const violations = found;
      found = [];
      return violations;
    },
    close() {
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function collect(message: IncomingMessage): Buffer[] {
  const parts: Buffer[] = [];
  message.on('data', (part: Buffer) => parts.push(part));
  return parts;
}

const headersOf = ({ headers }: IncomingMessage) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
