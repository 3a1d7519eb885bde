import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { keepRunning, spawnReporting } from './keep-running.mjs';
import { isAlive } from './processes.mjs';

const sleeper = () => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });

test('a program killed from outside is started again', async () => {
  const started: ReturnType<typeof sleeper>[] = [];
  const again = Promise.withResolvers<void>();
  const kept = keepRunning({
    firstPauseMs: 1,
    start: () => {
      started.push(sleeper());
      if (started.length === 2) again.resolve();
      return started.at(-1)!;
    },
  });
  process.kill(kept.pid!, 'SIGKILL');
  await again.promise;
  await kept.stop();
  expect(started).toHaveLength(2);
  expect(started[0]!.signalCode).toBe('SIGKILL');
});

test('a program that keeps ending is given longer and longer pauses', async () => {
  const pauses: number[] = [];
  await new Promise<void>((resolve) => {
    const kept = keepRunning({
      firstPauseMs: 1,
      longestPauseMs: 4,
      start: () => spawn(process.execPath, ['-e', 'process.exit(3)'], { stdio: 'ignore' }),
      onEnd: ({ code, pauseMs }: { code: number | null; pauseMs: number }) => {
        expect(code).toBe(3);
        pauses.push(pauseMs);
        if (pauses.length === 4) void kept.stop().then(resolve);
      },
    });
  });
  expect(pauses).toEqual([1, 2, 4, 4]);
});

test('a stopped program stays stopped', async () => {
  let starts = 0;
  const kept = keepRunning({
    firstPauseMs: 1,
    start: () => {
      starts++;
      return sleeper();
    },
  });
  const { pid } = kept;
  await kept.stop();
  expect(isAlive(pid)).toBe(false);
  expect(starts).toBe(1);
});

test('a program that does not exist counts as ended', async () => {
  const complaints = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const child = spawnReporting('/nowhere/at-all', [], { stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  expect(code).toBe(1);
  expect(complaints).toHaveBeenCalledWith(expect.stringContaining('ENOENT'));
  complaints.mockRestore();
});
