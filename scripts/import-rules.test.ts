// The table «Who may import what» of docs/architecture.md, tried on a small tree with the real linter.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

type Sample = [file: string, allowed: string[], forbidden: string[]];

const everywhereForbidden = ['@/tests/browser', '@/scripts/prepare', '@/app/page'];
const samples: Sample[] = [
  [
    'lib/domain/errors.ts',
    ['./money', '@/lib/domain/calls/call', 'zod', 'xstate', 'libphonenumber-js/max', 'ipaddr.js'],
    ['../context', '../../db/store', 'fs', 'node:fs/promises', 'ulid', 'use-intl', 'react', 'drizzle-orm'],
  ],
  [
    'lib/domain/calls/call.ts',
    ['./caller', '@/lib/domain/errors'],
    ['../../operations/context', '@/lib/domain/../operations/context', './../../db/store', '@/db/store'],
  ],
  [
    'db/calls.ts',
    ['./store', '@/db/store', '@/lib/domain/calls/call', 'drizzle-orm', 'pg', 'node:fs/promises'],
    ['../lib/operations/context', '../app/page', '@/lib/operations/context', 'next-auth', 'twilio/lib/twiml'],
  ],
  [
    'lib/operations/context.ts',
    ['./calls/claim-call', '@/db/calls', '@/lib/domain/errors', '@/lib/operations/settings/get-times'],
    [
      '../twilio/telephony',
      '@/lib/twilio/telephony',
      '@/lib/env',
      'twilio',
      'next/headers',
      'react-dom/server',
    ],
  ],
  [
    'lib/operations/calls/claim-call.ts',
    ['./answer-call', '@/db/calls'],
    ['../context', '../../twilio/telephony', '@/lib/domain/../twilio/telephony'],
  ],
  [
    'lib/twilio/telephony.ts',
    ['./signature', '@/lib/domain/calls/call', 'twilio', 'twilio/lib/twiml/VoiceResponse.js'],
    ['../operations/context', '@/db/calls', '@/lib/operations/context', 'next/server', 'drizzle-orm'],
  ],
  [
    'lib/auth/secrets.ts',
    ['./session', '@/db/sessions', 'next-auth/jwt', 'node:crypto'],
    ['../operations/context', '@/components/ui/button', '@/lib/operations/context', 'twilio'],
  ],
  [
    'lib/live/feed.ts',
    ['./cursor', '@/db/feed', '@/lib/domain/errors'],
    ['../operations/context', '@/lib/operations/context', 'react-dom/server', 'next', 'twilio'],
  ],
  [
    'lib/recordings/keep-files.ts',
    ['./folder', '@/lib/domain/recordings/recording', 'yazl', 'node:fs/promises', 'node:crypto'],
    ['../operations/context', '@/db/store', '@/lib/operations/context', 'next', 'twilio'],
  ],
  [
    'lib/documents/render-pdf.ts',
    ['./parts-of', '@/lib/domain/documents/document', 'pdfmake', 'pdfmake/fonts/Roboto.js', 'docx'],
    ['../operations/context', '@/db/store', '@/lib/operations/context', 'next', 'node:fs'],
  ],
  [
    'lib/mail/post-by-smtp.ts',
    ['./post-to-mailbox', '@/lib/domain/letters/post', 'nodemailer', 'node:stream'],
    ['../operations/context', '@/db/store', '@/lib/operations/context', 'next', 'twilio'],
  ],
  [
    'lib/webhooks/post-webhook.ts',
    ['./sign-webhook', '@/lib/domain/webhooks/webhook-post', 'node:https'],
    ['../operations/context', '@/db/store', '@/lib/operations/context', 'next', 'nodemailer'],
  ],
  [
    'lib/programs/run-program.ts',
    ['./search-data-dir', 'node:child_process', 'node:os'],
    ['../context', '@/db/store', '@/lib/env', '@/lib/domain/errors', 'next', 'better-sqlite3'],
  ],
  [
    'lib/i18n/translator.ts',
    ['./messages/ru/calls.json', 'use-intl/core'],
    ['../context', '@/lib/domain/errors', '@/lib/env', 'react'],
  ],
  ['lib/env.ts', ['zod'], ['./context', '@/lib/domain/errors', 'node:fs']],
  ['lib/new-id.ts', ['ulid', 'node:crypto'], ['./context', '@/db/store', 'react']],
  [
    'lib/context.ts',
    ['./new-id', '@/db/store', '@/lib/operations/context', '@/lib/twilio/telephony', '@/lib/env'],
    ['../components/api', '../db/store', '@/components/api', 'next'],
  ],
  [
    'lib/reports/report.ts',
    ['./row', '@/lib/domain/errors'],
    ['../context', '@/db/store', 'next', 'node:fs'],
  ],
  [
    'components/api.ts',
    ['./ui/button', '@/lib/domain/errors', 'react'],
    ['../db/store', '../lib/operations/context', '@/lib/operations/context'],
  ],
  [
    'components/calls/desk/desk.tsx',
    ['./phone', '../call-side', '@/components/ui/button', 'use-intl', 'lucide-react', 'next/link'],
    [
      '../../ui/button',
      './../../ui/button',
      '@/db/store',
      '@/lib/twilio/telephony',
      'twilio',
      'next/headers',
    ],
  ],
  [
    'app/layout.tsx',
    ['./providers', '@/components/api', '@/lib/context', '@/lib/operations/context', 'next/headers'],
    ['../db/store', '@/db/store', '@/./db/store', '@/lib/../db/store', 'drizzle-orm', 'pg', 'twilio'],
  ],
  ['app/api/v1/door.ts', ['./refusal', '../health/route'], ['../../../db/store', '../../health/route']],
  ['app/(console)/error.tsx', ['../failure-words'], ['../../db/store', '@/db/store', './../../db/store']],
  ['instrumentation.ts', ['@/lib/context'], ['./db/store', './lib/env', '@/lib/operations/context']],
  ['proxy.ts', ['next/server'], ['./db/store', '@/db/store']],
  [
    'scripts/line-simulator/main.ts',
    ['./line/line.ts', 'node:http'],
    ['../ports.mjs', '../demo/phones.ts', '@/lib/domain/errors'],
  ],
  [
    'scripts/line-simulator/line/call.ts',
    ['./queue.ts', '../twiml/xml.ts', 'node:fs/promises', 'twilio/lib/webhooks/webhooks.js', 'werift', 'ws'],
    ['../../ports.mjs', './../../ports.mjs', '@/lib/domain/errors', '@/db/store', 'zod', '@twilio/voice-sdk'],
  ],
];

let checkout: string;
let refused: Map<string, Set<number>>;

beforeAll(() => {
  checkout = mkdtempSync(path.join(os.tmpdir(), 'callboard-imports-'));
  copyFileSync('biome.json', path.join(checkout, 'biome.json'));
  for (const [file, allowed, forbidden] of samples) {
    mkdirSync(path.dirname(path.join(checkout, file)), { recursive: true });
    writeFileSync(
      path.join(checkout, file),
      importing([...allowed, ...forbidden, ...everywhereForbiddenIn(file)]),
    );
  }
  refused = refusedLines();
});
afterAll(() => rmSync(checkout, { recursive: true }));

test.each(samples)('%s imports %j and never %j', (file, allowed, forbidden) => {
  const lines = refused.get(file) ?? new Set();
  const names = [...allowed, ...forbidden, ...everywhereForbiddenIn(file)];
  expect(names.filter((_, index) => lines.has(index + 1))).toEqual(names.slice(allowed.length));
});

test('every way of importing is seen', () => {
  const file = 'lib/domain/ways.ts';
  writeFileSync(
    path.join(checkout, file),
    [
      "import type { Store } from '@/db/store';",
      "export { openStore } from '@/db/store';",
      "export * from '@/db/store';",
      "export const later = () => import('@/db/store');",
      "import '@/db/store';",
    ].join('\n'),
  );
  expect([...refusedLines().get(file)!].toSorted()).toEqual([1, 2, 3, 4, 5]);
});

function everywhereForbiddenIn(file: string) {
  return everywhereForbidden.filter((name) => !(file.startsWith('app/') && name.startsWith('@/app/')));
}

function importing(names: string[]) {
  return names.map((name) => `import '${name}';`).join('\n');
}

function refusedLines() {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.resolve('node_modules/@biomejs/biome/bin/biome'),
      'lint',
      '--only=style/noRestrictedImports',
      '--vcs-enabled=false',
      '--reporter=json',
      '--max-diagnostics=none',
      '.',
    ],
    { cwd: checkout, encoding: 'utf8' },
  );
  if (!stdout.startsWith('{')) throw new Error(`${stdout}${stderr}`);
  const lines = new Map<string, Set<number>>();
  for (const { location } of JSON.parse(stdout).diagnostics) {
    const found = lines.get(location.path) ?? new Set();
    lines.set(location.path, found.add(location.start.line));
  }
  return lines;
}
