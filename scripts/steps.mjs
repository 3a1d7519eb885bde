// Runs checks one after the other and tells at the end what each of them found.
import { folder } from './folder.mjs';
import { run } from './processes.mjs';
import { say } from './say.mjs';

/**
 * @typedef {{ passed: number, failed: number, remarks: string[] }} Counts
 * @typedef {{ name: string, program: string, args: string[], env?: Record<string, string>, counts?: () => Counts | undefined }} Step
 */

export const checks = (node) => [
  {
    name: 'format and lint',
    program: node,
    args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--diagnostic-level=warn', '.'],
  },
  { name: 'types', program: node, args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'migrations', program: node, args: ['scripts/check-migrations.mjs'] },
  { name: 'documents', program: node, args: ['scripts/check-docs.mjs'] },
  {
    name: 'unused exports',
    program: node,
    args: ['node_modules/knip/bin/knip.js', '--include=exports,files', '--no-progress', '--no-config-hints'],
  },
];

/**
 * A step that counts nothing itself counts as one failure when it fails.
 * @param {Step[]} steps
 * @returns {Promise<{ ok: boolean, passed: number, failed: number }>}
 */
export async function runSteps(steps) {
  const results = [];
  for (const { name, program, args, env, counts } of steps) {
    say(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`);
    const startedAt = Date.now();
    const { code } = await run(program, args, { cwd: folder, env: { ...process.env, ...env } });
    const counted = counts?.() ?? { passed: 0, failed: 0, remarks: [] };
    const failed = code === 0 ? counted.failed : Math.max(1, counted.failed);
    results.push({
      name,
      ok: failed === 0,
      passed: counted.passed,
      failed,
      remarks: counted.remarks,
      tookMs: Date.now() - startedAt,
    });
  }
  say(`\n── summary ${'─'.repeat(53)}`);
  for (const { name, ok, passed, failed, tookMs } of results) {
    const tests = passed + failed > 0 ? `${passed} passed, ${failed} failed` : '';
    say(
      `${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(18)} ${(tookMs / 1000).toFixed(1).padStart(6)} s  ${tests}`,
    );
  }
  for (const remark of results.flatMap(({ remarks }) => remarks)) say(`\n${remark}`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return { ok: results.every((result) => result.ok), passed: sum('passed'), failed: sum('failed') };
}
