// npm test: everything. npm test -- --checks | --unit [FILE …] | --journeys [FILE …] runs a part.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled, nodeProgram } from './install.mjs';
import { command, Refusal, say } from './say.mjs';
import { checks, runSteps } from './steps.mjs';
import { countPlaywright, countVitest } from './test-counts.mjs';

const PARTS = ['--checks', '--unit', '--journeys'];

await command(async () => {
  const [part, ...filters] = process.argv.slice(2);
  if (part && !PARTS.includes(part)) throw new Refusal(`npm test takes ${PARTS.join(', ')} or nothing`);
  await ensureInstalled();
  const node = nodeProgram();
  const reports = mkdtempSync(path.join(os.tmpdir(), 'callboard-tests-'));
  const report = (name) => path.join(reports, name);
  const read = (name, count) => () => {
    try {
      return count(JSON.parse(readFileSync(report(name), 'utf8')));
    } catch {
      return undefined;
    }
  };

  const unit = {
    name: 'tests',
    program: node,
    args: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report('vitest.json')}`,
      ...filters,
    ],
    counts: read('vitest.json', countVitest),
  };
  const build = { name: 'build', program: node, args: ['scripts/build-console.mjs'] };
  const journeys = {
    name: 'journeys',
    program: node,
    args: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', ...filters],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report('playwright.json') },
    counts: read('playwright.json', countPlaywright),
  };
  const steps = {
    '--checks': checks(node),
    '--unit': [unit],
    '--journeys': [build, journeys],
  }[part] ?? [...checks(node), unit, build, journeys];

  const { ok, passed, failed } = await runSteps(steps);
  rmSync(reports, { recursive: true, force: true });
  say(`\n${passed} passed, ${failed} failed`);
  return ok ? 0 : 1;
});
