import { readFileSync } from 'node:fs';
import { sleep } from '@/scripts/processes.mjs';
import type { Bench } from './bench';
import { type ConsoleUnderTest, startConsole } from './console-under-test';
import type { Finding } from './finding';
import { hangUp, ringFrom } from './line-control';
import { median, slope, spreadOf } from './statistics';

const mostAboveMb = 80;
const underWay = 20;

/** (e) What the console holds on to after calls that rang, heard the words and hung up. */
export async function measureMemory({ isQuick, say }: Bench): Promise<Finding[]> {
  const calls = isQuick ? 200 : 1000;
  const callboard = await startConsole();
  try {
    await placeCalls(callboard, 150);
    await quiet(isQuick);
    const idle = await residentWhileIdle(callboard.pid);
    say(`warmed up by 150 calls; ${calls} more, ${underWay} at a time`);
    const points: { x: number; y: number }[] = [];
    const step = calls / 10;
    for (let placed = step; placed <= calls; placed += step) {
      await placeCalls(callboard, step);
      points.push({ x: placed, y: residentMb(callboard.pid) });
    }
    await quiet(isQuick);
    const after = await residentWhileIdle(callboard.pid);
    const above = after.map((mb) => mb - median(idle));
    const perThousand = slope(points.slice(points.length / 2)) * 1000;
    return [
      {
        what: `Resident memory after ${calls} calls, above the warmed-up idle process`,
        unit: 'MB',
        value: spreadOf(above),
        baseline: { what: 'warmed up and idle', value: spreadOf(idle) },
        goal: `at most ${mostAboveMb} MB`,
        isMet: median(above) <= mostAboveMb,
      },
      {
        what: 'Its slope over the second half, per 1 000 calls',
        unit: 'MB',
        value: spreadOf([perThousand]),
        goal: 'stated',
        isMet: null,
      },
    ];
  } finally {
    await callboard.stop();
  }
}

/** So many calls, each hung up by its caller a second after it was placed, and waits for the end of the last. */
async function placeCalls({ lineUrl }: ConsoleUnderTest, count: number): Promise<void> {
  let left = count;
  const callers = Array.from({ length: underWay }, async (_, caller) => {
    while (left-- > 0) {
      const from = `+7999${String(caller * 100_000 + left).padStart(7, '0')}`;
      const sid = await ringFrom(lineUrl, from);
      await sleep(1000);
      await hangUp(lineUrl, sid);
    }
  });
  await Promise.all(callers);
}

/** A call is judged 15 s after its end: only then is the last one over. */
const quiet = (isQuick: boolean) => sleep(isQuick ? 18_000 : 25_000);

async function residentWhileIdle(pid: number): Promise<number[]> {
  const samples: number[] = [];
  for (let second = 0; second < 10; second++) {
    samples.push(residentMb(pid));
    await sleep(1000);
  }
  return samples;
}

/** @throws Error where the system does not tell (it is read from Linux's /proc) */
export function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
