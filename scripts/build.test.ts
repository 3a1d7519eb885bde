import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hashSources } from './build.mjs';

test('only what the built console consists of asks for a new build', () => {
  const checkout = mkdtempSync(path.join(os.tmpdir(), 'callboard-build-'));
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(checkout, name)), { recursive: true });
    writeFileSync(path.join(checkout, name), text);
  };
  const changes = (name: string, text: string) => {
    const before = hashSources(checkout);
    write(name, text);
    return hashSources(checkout) !== before;
  };

  write('lib/domain/calls/call.ts', 'one');
  expect(changes('lib/domain/calls/call.ts', 'two')).toBe(true);
  expect(changes('app/page.tsx', 'new')).toBe(true);
  expect(changes('package-lock.json', '{}')).toBe(true);
  expect(changes('lib/domain/calls/call.ts', 'two')).toBe(false);
  expect(changes('lib/domain/calls/call.test.ts', 'test')).toBe(false);
  expect(changes('scripts/start.mjs', 'command')).toBe(false);
  expect(changes('README.md', 'words')).toBe(false);
  rmSync(checkout, { recursive: true });
});
