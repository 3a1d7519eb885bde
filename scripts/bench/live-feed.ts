import type { ChildProcess } from 'node:child_process';
import { sleep } from '@/scripts/processes.mjs';
import type { Bench } from './bench';
import { startConsole } from './console-under-test';
import type { FeedMessage } from './feed-clients';
import type { Finding } from './finding';
import { forkTypeScript } from './load';
import { residentMb } from './memory';
import { signInAs } from './people-at-work';
import { inPairs, percentile, ratios, spreadOf } from './statistics';

/** Somewhere that clients listen to, and how something happens there. */
type Feed = { clients: ChildProcess; happen: () => Promise<void> };

/** (f) How soon a thousand open consoles hear that something changed, beside a bare loop that writes to as many streams. */
export async function measureLiveFeed({ isQuick, say }: Bench): Promise<Finding[]> {
  const count = isQuick ? 200 : 1000;
  const callboard = await startConsole();
  const bare = forkTypeScript('bare-feed.ts');
  const forked: ChildProcess[] = [];
  try {
    const { port } = await new Promise<{ port: number }>((resolve) => bare.once('message', resolve));
    const bareUrl = `http://127.0.0.1:${port}`;
    const cookie = await signInAs(callboard, 'client');
    const feedOf = async (url: string, happen: () => Promise<void>, pid: number, cookie?: string) => {
      const before = residentMb(pid);
      const clients = forkTypeScript('feed-clients.ts', [url, String(count), ...(cookie ? [cookie] : [])]);
      forked.push(clients);
      await heardFrom(clients, (message) => 'isOpen' in message);
      await sleep(2000);
      return { clients, happen, kbPerClient: ((residentMb(pid) - before) * 1024) / count };
    };
    let isAvailable = false;
    const consoles = await feedOf(
      `${callboard.url}/api/live?after=0`,
      async () => {
        isAvailable = !isAvailable;
        await post('PUT', `${callboard.url}/api/v1/presence`, cookie, {
          chosen: isAvailable ? 'available' : 'break',
        });
      },
      callboard.pid,
      cookie,
    );
    const loop = await feedOf(bareUrl, () => post('POST', bareUrl, '', {}), bare.pid!);
    const pairs = isQuick ? 3 : 6;
    say(`${count} clients of each, with their heartbeats; ${pairs} rounds of ten changes`);
    const [own, baseline] = (await inPairs(
      pairs,
      [consoles, loop].map((feed) => () => p99Of(feed)),
    )) as [number[], number[]];
    return [
      {
        what: `A change heard by ${count} consoles, p99 from the request that makes it`,
        unit: 'ms',
        value: spreadOf(own),
        baseline: { what: 'bare loop over as many streams', value: spreadOf(baseline) },
        ratio: spreadOf(ratios(own, baseline)),
        goal: 'stated',
        isMet: null,
      },
      {
        what: 'Resident memory of a client, stream and heartbeats',
        unit: 'KB',
        value: spreadOf([consoles.kbPerClient]),
        baseline: { what: 'bare loop', value: spreadOf([loop.kbPerClient]) },
        goal: 'stated',
        isMet: null,
      },
    ];
  } finally {
    for (const clients of forked) clients.disconnect();
    bare.disconnect();
    await callboard.stop();
  }
}

let rounds = 0;

async function p99Of({ clients, happen }: Feed): Promise<number> {
  const delays: number[] = [];
  for (let change = 0; change < 10; change += 1) {
    rounds += 1;
    const round = rounds;
    const heard = heardFrom(clients, (message) => 'round' in message && message.round === round);
    clients.send(round);
    const at = performance.timeOrigin + performance.now();
    await happen();
    const message = await heard;
    if ('heardAt' in message) delays.push(...message.heardAt.map((heardAt) => heardAt - at));
    await sleep(200);
  }
  return percentile(delays, 0.99);
}

/** @throws Error when the clients died */
function heardFrom(clients: ChildProcess, isWanted: (message: FeedMessage) => boolean): Promise<FeedMessage> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('the clients of the feed ended'));
    const hear = (message: FeedMessage) => {
      if (!isWanted(message)) return;
      clients.off('message', hear);
      clients.off('exit', ended);
      resolve(message);
    };
    clients.on('message', hear);
    clients.once('exit', ended);
  });
}

async function post(method: string, url: string, cookie: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method,
    headers: {
      cookie,
      origin: new URL(url).origin,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
}
