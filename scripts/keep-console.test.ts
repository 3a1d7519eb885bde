import { spawn } from 'node:child_process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepConsole } from './keep-console.mjs';
import { freePort } from './ports.mjs';
import { isAlive } from './processes.mjs';

let healthUrl: string;
let said: string;
let toStop: (() => Promise<void>)[];
beforeEach(async () => {
  healthUrl = `http://127.0.0.1:${await freePort()}/api/health`;
  said = '';
  toStop = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((words) => {
    said += words;
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const stop of toStop) await stop();
});

function programs(code: string) {
  const started: ReturnType<typeof spawn>[] = [];
  const start = () => {
    started.push(spawn(process.execPath, ['-e', code], { stdio: 'ignore' }));
    return started.at(-1)!;
  };
  return { start, started };
}
const answering = (url: string) =>
  `require('http').createServer((_, answer) => answer.end('{}')).listen(${new URL(url).port}, '127.0.0.1')`;

test('a console that ends three times before it answers is given up', async () => {
  const { start, started } = programs('process.exit(3)');
  await expect(keepConsole({ start, healthUrl, firstPauseMs: 1 }, toStop)).rejects.toThrow(
    'The console would not start.',
  );
  expect(started).toHaveLength(3);
  expect(said.match(/The console ended \(exit code 3\)\./g)).toHaveLength(3);
  expect(said.match(/Starting it again/g)).toHaveLength(2);
});

test('a console that stays silent is given up, with the address that did not answer', async () => {
  const { start } = programs('setInterval(() => {}, 1000)');
  await expect(keepConsole({ start, healthUrl, patienceMs: 1 }, toStop)).rejects.toThrow(
    `The console did not answer at ${healthUrl} within 0.001 s.`,
  );
});

test('a console that has answered is started again however often it ends', async () => {
  const { start, started } = programs(answering(healthUrl));
  await keepConsole({ start, healthUrl, firstPauseMs: 1 }, toStop);
  for (let count = 1; count <= 4; count++) {
    started.at(-1)!.kill('SIGKILL');
    await vi.waitFor(() => expect(started).toHaveLength(count + 1));
  }
  expect(isAlive(started.at(-1)!.pid!)).toBe(true);
});
