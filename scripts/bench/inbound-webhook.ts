import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Bench } from './bench';
import { startConsole } from './console-under-test';
import type { Finding } from './finding';
import { forkTypeScript, type LoadGenerator, startLoadGenerator } from './load';
import type { Target } from './load-generator';
import { seatClientManagers } from './people-at-work';
import { inPairs, percentile, ratios, spreadOf } from './statistics';

const concurrency = 16;
const fixedPerSecond = 200;

/** (a) A call's arrival as the phone provider tells it, in full, beside a route of the same process that does nothing. */
export async function measureInboundWebhook({ isQuick, say }: Bench): Promise<Finding[]> {
  const callboard = await startConsole();
  const load = startLoadGenerator();
  const bareDir = mkdtempSync(path.join(os.tmpdir(), 'callboard-bare-'));
  const bare = forkTypeScript('bare-webhook.ts', [bareDir, callboard.authToken]);
  try {
    const { port } = await new Promise<{ port: number }>((resolve) => bare.once('message', resolve));
    const signedAs = { accountSid: callboard.accountSid, authToken: callboard.authToken };
    const inbound: Target = { url: `${callboard.url}/api/twilio/voice/inbound`, signedAs };
    const targets: Target[] = [
      { url: `${callboard.url}/api/ping` },
      inbound,
      { url: `http://127.0.0.1:${port}/inbound`, signedAs },
    ];
    const endCalls = () => endOpenCalls(callboard.dataDir);
    const pairs = isQuick ? 5 : 6;

    for (const target of targets) await saturate(load, target, isQuick ? 2000 : 4000);
    endCalls();
    say(`${pairs} rounds with ${concurrency} requests under way all the time`);
    const [emptyPerSecond, inboundPerSecond, barePerSecond] = (await inPairs(
      pairs,
      targets.map((target) => async () => {
        const perSecond = await saturate(load, target, isQuick ? 1000 : 3000);
        endCalls();
        return perSecond;
      }),
    )) as [number[], number[], number[]];
    say(`${pairs} rounds at ${fixedPerSecond} requests a second`);
    const [emptyP99, inboundP99, bareP99] = (await inPairs(
      pairs,
      targets.map((target) => async () => {
        const p99 = await p99AtFixedRate(load, target, isQuick ? 2500 : 6000);
        endCalls();
        return p99;
      }),
    )) as [number[], number[], number[]];

    await seatClientManagers(callboard);
    say('3 rounds of each with the client managers at work, so that every call is offered and told');
    const offeredPerSecond: number[] = [];
    const offeredP99: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      offeredPerSecond.push(await saturate(load, inbound, isQuick ? 1000 : 3000));
      endCalls();
      offeredP99.push(await p99AtFixedRate(load, inbound, isQuick ? 2500 : 6000));
      endCalls();
    }

    const throughputRatio = spreadOf(ratios(inboundPerSecond, emptyPerSecond));
    const p99Ratio = spreadOf(ratios(inboundP99, emptyP99));
    return [
      {
        what: 'Inbound webhook, throughput',
        unit: 'req/s',
        value: spreadOf(inboundPerSecond),
        baseline: { what: 'empty route of the same process', value: spreadOf(emptyPerSecond) },
        ratio: throughputRatio,
        goal: 'at least 0.6×',
        isMet: throughputRatio.median >= 0.6,
      },
      {
        what: `Inbound webhook, p99 at ${fixedPerSecond} req/s`,
        unit: 'ms',
        value: spreadOf(inboundP99),
        baseline: { what: 'empty route of the same process', value: spreadOf(emptyP99) },
        ratio: p99Ratio,
        goal: 'at most 2×',
        isMet: p99Ratio.median <= 2,
      },
      {
        what: 'Inbound webhook offered to four people, throughput',
        unit: 'req/s',
        value: spreadOf(offeredPerSecond),
        goal: 'for comparison',
        isMet: null,
      },
      {
        what: `Inbound webhook offered to four people, p99 at ${fixedPerSecond} req/s`,
        unit: 'ms',
        value: spreadOf(offeredP99),
        goal: 'for comparison',
        isMet: null,
      },
      {
        what: 'Bare node:http and better-sqlite3, equally durable, throughput',
        unit: 'req/s',
        value: spreadOf(barePerSecond),
        goal: 'for comparison',
        isMet: null,
      },
      {
        what: `Bare node:http and better-sqlite3, p99 at ${fixedPerSecond} req/s`,
        unit: 'ms',
        value: spreadOf(bareP99),
        goal: 'for comparison',
        isMet: null,
      },
    ];
  } finally {
    load.stop();
    bare.disconnect();
    await callboard.stop();
    rmSync(bareDir, { recursive: true, force: true });
  }
}

async function saturate(load: LoadGenerator, target: Target, durationMs: number): Promise<number> {
  return (await load.run({ kind: 'saturating', target, durationMs, concurrency })).perSecond;
}

async function p99AtFixedRate(load: LoadGenerator, target: Target, durationMs: number): Promise<number> {
  const { latenciesMs } = await load.run({
    kind: 'steady',
    target,
    durationMs,
    perSecond: fixedPerSecond,
  });
  return percentile(latenciesMs, 0.99);
}

/** Nobody on this line ever hangs up: between two rounds its calls are ended by hand, or thousands would ring. */
function endOpenCalls(dataDir: string): void {
  const database = new Database(path.join(dataDir, 'callboard.db'), { timeout: 10_000 });
  const now = Date.now();
  database.transaction(() => {
    database.prepare("update calls set ended_at = ?, phase = 'ended' where ended_at is null").run(now);
    database
      .prepare("update call_offers set ended_at = ?, outcome = 'withdrawn' where ended_at is null")
      .run(now);
    database
      .prepare("update deadlines set ended_at = ?, outcome = 'withdrawn' where ended_at is null")
      .run(now);
  })();
  database.close();
}
