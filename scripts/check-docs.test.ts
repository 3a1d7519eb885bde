import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemsOfDocs } from './check-docs.mjs';

// Made of two parts, so that the check of this repository does not take the samples for citations.
const rule = (group: string, number: number) => `${group}-${number}`;
const code = (letter: string, number: string) => letter + number;

let checkout: string;
const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(checkout, name)), { recursive: true });
  writeFileSync(path.join(checkout, name), text);
};
const problemsOf = (text: string) => {
  write('README.md', text);
  return problemsOfDocs(checkout);
};

beforeEach(() => {
  checkout = mkdtempSync(path.join(os.tmpdir(), 'callboard-docs-'));
  write('package.json', JSON.stringify({ scripts: { start: 'node scripts/start.mjs' } }));
  write(
    'package-lock.json',
    JSON.stringify({ packages: { 'node_modules/vitest': { bin: { vitest: 'x' } } } }),
  );
  write('scripts/start.mjs', '');
  write('app/(console)/calls/[callId]/page.tsx', '');
  write('app/api/twilio/voice/inbound/route.ts', '');
  write('public/sounds/ring.mp3', '');
  write('lib/operations/calls/claim-call.ts', '');
  write('app/api/v1/calls/[callId]/claim/route.ts', '');
  write('docs/rules.md', `# Rules\n\n- **${rule('IN', 3)} By name** goes straight through.\n`);
  write(
    'docs/architecture.md',
    `# Architecture\n\n## Who may import what\n\n| ${code('S', '1p')} | rings |\n| ${code('I', '3')} | once |\n`,
  );
});
afterEach(() => rmSync(checkout, { recursive: true }));

describe('what leads somewhere', () => {
  test.each([
    ['a file', '`lib/operations/calls/claim-call.ts`'],
    ['a folder', '`lib/operations/` and `lib/operations`'],
    ['a placeholder', '`lib/operations/<noun>/<verb>.ts`, `lib/**/claim-call.ts`, `{lib,app}/operations`'],
    ['a file by its name', '`claim-call.ts`'],
    ['a route', '`/api/v1/calls/{id}/claim`, `/api/v1/…` and `/api/v1`'],
    ['a command', '`npm start`, `npm ci`, `npm run start -- --all`, `node scripts/start.mjs`'],
    ['an address at Twilio', '`PUBLIC_URL/api/twilio/voice/inbound#rc=2&rp=ct` and `PUBLIC_URL`'],
    ['a screen', '`/calls/<id>`, `/calls/…` and `/calls/01J`'],
    ['a public file', '`/sounds/ring.mp3`'],
    ['an import', '`@/lib/operations/calls/claim-call`'],
    ['a program of a package', '`npx vitest run`'],
    [
      'words that are no path',
      '`call.arrived`, `onConflictDoNothing`, `and/or`, `"a": 1`, `text/xml`, `@scope/name`, `data/x.md`',
    ],
    ['a link', '[map](docs/architecture.md#who-may-import-what), [site](https://example.com/none)'],
    ['a rule that is explained', `see ${rule('IN', 3)}`],
    ['what the architecture explains', `see ${code('S', '1p')} and ${code('I', '3')}`],
  ])('%s', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('what leads nowhere', () => {
  test.each([
    ['a file', '`lib/operations/calls/gone.ts`', 'nothing is at lib/operations/calls/gone.ts'],
    ['a file by its name', '`gone.ts`', 'nothing is at gone.ts'],
    ['a placeholder', '`lib/operations/<noun>/drop-*.ts`', 'nothing is at lib/operations/<noun>/drop-*.ts'],
    ['a route', '`/api/v1/calls/{id}/gone`', 'nothing is at /api/v1/calls/{id}/gone'],
    [
      'an address at Twilio',
      '`PUBLIC_URL/api/twilio/voice/gone#rc=2&rp=ct`',
      'nothing is at PUBLIC_URL/api/twilio/voice/gone#rc=2&rp=ct',
    ],
    ['a file below a folder that is gone', '`server/lib/x.ts`', 'nothing is at server/lib/x.ts'],
    ['a folder that is gone', '`server/`', 'nothing is at server/'],
    ['a screen', '`/nowhere/x`', 'nothing is at /nowhere/x'],
    ['a screen of one segment', '`/nowhere`', 'nothing is at /nowhere'],
    ['a screen without its variable', '`/calls`', 'nothing is at /calls'],
    ['an import', '`@/lib/gone`', 'nothing is at @/lib/gone'],
    ['a program', '`npx gone --fast`', 'no program npx gone'],
    ['a command', '`npm run gone`', 'no command npm run gone'],
    ['a script', '`node scripts/gone.mjs`', 'no script scripts/gone.mjs'],
    ['a link', '[map](docs/gone.md)', 'the link docs/gone.md leads nowhere'],
    ['an anchor', '[map](docs/architecture.md#gone)', 'the link docs/architecture.md#gone leads nowhere'],
    ['a rule', `see ${rule('SA', 9)}`, `no document explains ${rule('SA', 9)}`],
    ['a rule about calls we place', `see ${rule('OUT', 9)}`, `no document explains ${rule('OUT', 9)}`],
    ['a rule about administering', `see ${rule('AD', 9)}`, `no document explains ${rule('AD', 9)}`],
    ['what may happen to a call', `see ${code('S', '8')}`, `no document explains ${code('S', '8')}`],
    ['what always holds', `see ${code('I', '12')}`, `no document explains ${code('I', '12')}`],
  ])('%s', (_, text, problem) => {
    expect(problemsOf(`First line\n${text}\n`)).toContain(`README.md:2: ${problem}`);
  });

  test('a command in a block of commands', () => {
    expect(problemsOf('```\nnpm run gone\n```\n')).toEqual(['README.md:2: no command npm run gone']);
  });

  test('a rule cited by a test', () => {
    write('lib/call.test.ts', `test('${rule('CO', 4)} holds')`);
    expect(problemsOf('')).toEqual([`lib/call.test.ts:1: no document explains ${rule('CO', 4)}`]);
  });

  test('a rule that the rules only mention', () => {
    write('docs/rules.md', `- **${rule('IN', 3)} By name**, unlike ${rule('IN', 2)}\n`);
    expect(problemsOf('')).toEqual([`docs/rules.md:1: no document explains ${rule('IN', 2)}`]);
  });

  test('a rule that another row of the table mentions', () => {
    write('docs/rules.md', `| ${rule('IN', 3)} | By name, unlike ${rule('IN', 2)} |\n`);
    expect(problemsOf('')).toEqual([`docs/rules.md:1: no document explains ${rule('IN', 2)}`]);
  });

  test('a command of package.json whose script is gone', () => {
    write('package.json', JSON.stringify({ scripts: { bench: 'node scripts/bench.mjs' } }));
    expect(problemsOf('')).toEqual([
      'package.json: npm run bench wants scripts/bench.mjs, which does not exist',
    ]);
  });
});
