import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { execute } from '@/db/execute';
import { openLine, type TestLine } from '@/tests/call-driver';
import { type LineWorker, runLineWorker } from './run-line-worker';

const workers: LineWorker[] = [];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
  vi.useRealTimers();
});

function run(line: TestLine, problems: string[] = [], onWake = line.store.onWake): LineWorker {
  const worker = runLineWorker({
    newContext: line.system,
    telephony: line.telephony,
    attachments: line.recordings,
    recordings: { source: line.recordings, keeper: line.recordings },
    onWake,
    isAlone: true,
    report: (what) => problems.push(what),
  });
  workers.push(worker);
  return worker;
}

const neverWoken = () => () => undefined;

/** The worker's rounds do their work in the background; this waits for what they should bring about. */
const comesTrue = (condition: () => Promise<boolean> | boolean) =>
  vi.waitUntil(condition, { timeout: 5000, interval: 5 });

/** The same for what a later round brings about: one that comes due while another is under way is left out. */
const comesTrueInRounds = (condition: () => Promise<boolean> | boolean) =>
  comesTrue(async () => {
    await vi.advanceTimersByTimeAsync(1000);
    return condition();
  });

describe('the line worker', () => {
  test('sends a phone command as soon as it is committed, without waiting for its round', async () => {
    const line = await openLine('sqlite');
    await line.available('anna');
    run(line);
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.claims('anna');
    await comesTrue(() => line.telephony.sentOf('join').length === 1);
  });

  test('fires what came due, each second', async () => {
    const line = await openLine('sqlite');
    run(line);
    const call = await line.callerCalls();
    line.world.pass(120_000);
    await comesTrueInRounds(async () => (await call.row()).phase === 'ended');
  });

  test('tries a deadline that could not be fired again at its next round (I6)', async () => {
    const line = await openLine('sqlite');
    const problems: string[] = [];
    run(line, problems);
    const call = await line.callerCalls();
    line.world.pass(120_000);
    await line.store.tx((db) => execute(db, sql`alter table call_facts rename to lost_facts`));
    await comesTrueInRounds(() => problems.some((what) => what.startsWith('deadline')));
    await line.store.tx((db) => execute(db, sql`alter table lost_facts rename to call_facts`));
    line.world.pass(1000);
    await comesTrueInRounds(async () => (await call.row()).phase === 'ended');
  });

  test('looks up every open call when it starts, and finishes what a dead process began', async () => {
    const line = await openLine('sqlite');
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.claims('anna');
    line.telephony.nextAnswers.push('crash');
    await line.dispatch().catch(() => undefined);
    line.world.pass(1000);
    run(line);
    await comesTrue(() => line.telephony.sentOf('join').length === 1);
    await comesTrue(async () => (await call.row()).reconciledAt !== null);
  });

  test('survives a provider that cannot be reached, and says so', async () => {
    const line = await openLine('sqlite');
    const call = await line.callerCalls();
    line.world.pass(1000);
    line.telephony.callStatus = () => Promise.reject(new Error('unreachable'));
    const problems: string[] = [];
    run(line, problems);
    await comesTrue(() => problems.includes(`reconcile ${call.callId}`));
    line.world.pass(120_000);
    await comesTrueInRounds(async () => (await call.row()).phase === 'ended');
  });

  test('keeps the times of every call while the provider does not answer (I6)', async () => {
    const line = await openLine('sqlite');
    await line.available('anna');
    const silence = Promise.withResolvers<{ result: 'unknown'; problem: string }>();
    let asked = 0;
    line.telephony.carryOut = () => {
      asked += 1;
      return silence.promise;
    };
    run(line, [], neverWoken);
    const claimed = await line.callerCalls();
    await claimed.callerJoins();
    await claimed.claims('anna');
    const waiting = await line.callerCalls({ from: '+79131112233' });
    await comesTrueInRounds(() => asked === 1);
    line.world.pass(120_000);
    await comesTrueInRounds(async () => (await waiting.row()).phase === 'ended');
    await comesTrueInRounds(() => asked > 1);
    silence.resolve({ result: 'unknown', problem: 'timeout' });
  });

  test('sends phone commands although another part of its round fails', async () => {
    const line = await openLine('sqlite');
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.claims('anna');
    await line.store.tx((db) => execute(db, sql`alter table live_connections rename to lost_connections`));
    const problems: string[] = [];
    run(line, problems, neverWoken);
    await comesTrueInRounds(() => line.telephony.sentOf('join').length === 1);
    expect(problems).toContain('consoles');
  });

  test('does nothing any more once it is stopped', async () => {
    const line = await openLine('sqlite');
    const worker = run(line);
    await worker.stop();
    const call = await line.callerCalls();
    line.world.pass(120_000);
    await vi.advanceTimersByTimeAsync(5000);
    await call.expectPhase('ringing');
  });
});
