import http, { type IncomingMessage } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Exchange, type Violation, violationsOf } from './prism';

export type StandBetween = {
  url: string;
  /** What is found in all that was carried since this was last asked. Looked at only now: it must not slow down what is carried. */
  violations(): Promise<Violation[]>;
  close(): Promise<void>;
};

/** Stands between a console and its line: carries every byte both ways as it is, sockets too, and holds what is said over REST to Twilio's OpenAPI. */
export async function standBetween(lineUrl: string): Promise<StandBetween> {
  const { hostname, port } = new URL(lineUrl);
  const sockets = new Set<Duplex>();
  let carried: Exchange[] = [];

  const server = http.createServer((request, response) => {
    const asked = collect(request);
    let isTold = false;
    const tell = (answer: Exchange['response']) => {
      if (isTold || !request.url?.match(/^\/(2010-04-01|v\d)\//)) return;
      isTold = true;
      const { method = 'GET', url } = request;
      const body = `${Buffer.concat(asked)}`;
      carried.push({ request: { method, url, headers: headersOf(request), body }, response: answer });
    };
    const onward = http.request({
      hostname,
      port,
      method: request.method,
      path: request.url,
      headers: request.rawHeaders,
      setHost: false,
    });
    onward.on('response', (answer) => {
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
    onward.on('error', () => {
      tell(null);
      response.destroy();
    });
    response.on('close', () => onward.destroy());
    request.pipe(onward);
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
      const exchanges = carried;
      carried = [];
      const found: Violation[] = [];
      for (const exchange of exchanges) found.push(...(await violationsOf(exchange)));
      return found;
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
