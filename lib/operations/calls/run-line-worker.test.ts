import { afterEach, beforeEach, describe, test, vi } from 'vitest';
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

function run(line: TestLine, problems: string[] = []): LineWorker {
  const worker = runLineWorker({
    newContext: line.system,
    telephony: line.telephony,
    onWake: line.store.onWake,
    isAlone: true,
    report: (what) => problems.push(what),
  });
  workers.push(worker);
  return worker;
}

/** The worker's rounds do their work in the background; this waits for what they should bring about. */
const comesTrue = (condition: () => Promise<boolean> | boolean) =>
  vi.waitUntil(condition, { timeout: 5000, interval: 5 });

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
    await vi.advanceTimersByTimeAsync(1000);
    await comesTrue(async () => (await call.row()).phase === 'ended');
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
    await comesTrue(() => problems.includes('reconcile'));
    line.world.pass(120_000);
    await vi.advanceTimersByTimeAsync(1000);
    await comesTrue(async () => (await call.row()).phase === 'ended');
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
