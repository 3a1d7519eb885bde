import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folder } from '@/scripts/folder.mjs';

const shell = ['app/layout.tsx', 'app/(console)/layout.tsx'];
const pages = ['desk', 'calls', 'calls/missed', 'reactions', 'leads', 'counterparties', 'reports', 'reviews'];
/** What comes with a form, a drawing or a call, and not with the page. */
const large = [
  'zod',
  'react-hook-form',
  'libphonenumber-js/max',
  'next-auth/react',
  'recharts',
  'sonner',
  'elkjs',
  'wavesurfer.js',
  '@twilio/voice-sdk',
];

const declaration = /^(?:import|export)\s+(type\s)?([^'";]*?)from\s+'([^']+)'|^import\s+'([^']+)'/gm;

/** The files and packages that a file needs when it is loaded: types are gone by then, and `import()` comes later. */
function neededBy(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(declaration)].flatMap(
    ([, isType, names = '', from, bare]) => {
      const specifier = from ?? bare!;
      const listed = /^\s*\{([^}]*)\}\s*$/
        .exec(names)?.[1]
        ?.split(',')
        .map((name) => name.trim());
      if (isType || listed?.every((name) => name === '' || name.startsWith('type '))) return [];
      if (!/^[.@]/.test(specifier) || /^@(?!\/)/.test(specifier)) return [specifier];
      const place = specifier.startsWith('@/')
        ? path.join(folder, specifier.slice(2))
        : path.resolve(path.dirname(file), specifier);
      const found = ['', '.ts', '.tsx']
        .map((end) => place + end)
        .find((each) => existsSync(each) && statSync(each).isFile());
      return found && /\.tsx?$/.test(found) ? [found] : [];
    },
  );
}

/** Everything that the entries need, with the file that asked for it first. `goesOn` decides whether a file is followed. */
function reach(entries: readonly string[], goesOn: (file: string) => boolean): Map<string, string> {
  const askedBy = new Map(entries.map((entry) => [entry, '']));
  for (const file of askedBy.keys()) {
    if (!path.isAbsolute(file) || !goesOn(file)) continue;
    for (const needed of neededBy(file)) if (!askedBy.has(needed)) askedBy.set(needed, file);
  }
  return askedBy;
}

const isOfBrowser = (file: string) => /^['"]use client['"]/m.test(readFileSync(file, 'utf8'));

function loadedFirst(page: string): Map<string, string> {
  const entries = [...shell, `app/(console)/${page}/page.tsx`].map((file) => path.join(folder, file));
  const ofServer = reach(entries, (file) => !isOfBrowser(file));
  const ofBrowser = [...ofServer.keys()].filter((file) => path.isAbsolute(file) && isOfBrowser(file));
  return reach(ofBrowser, () => true);
}

test.each(pages)('/%s loads no library that only a form, a drawing or a call needs', (page) => {
  const loaded = loadedFirst(page);
  expect(loaded.size).toBeGreaterThan(100);
  const found = large
    .filter((name) => loaded.has(name))
    .map((name) => `${name} for ${path.relative(folder, loaded.get(name)!)}`);
  expect(found).toEqual([]);
});

test('the desk reads no phone number itself', () => {
  expect([...loadedFirst('desk').keys()].filter((name) => name.startsWith('libphonenumber-js'))).toEqual([]);
});

test('the desk opens nothing yet, and loads nothing that draws what is opened', () => {
  expect([...loadedFirst('desk').keys()].filter((name) => name.startsWith('@base-ui/'))).toEqual([]);
});

test('without a call the desk loads no row of the call bar, but the frame of what stands until they come', () => {
  const rows = [...loadedFirst('desk').keys()].filter((name) => /-row\.tsx$/.test(name));
  expect(rows.map((name) => path.basename(name))).toEqual(['bar-row.tsx']);
});

test('what the walk is worth: a form is found to bring its schema', () => {
  const form = path.join(folder, 'components/api-tokens/add-api-token.tsx');
  expect([...reach([form], () => true).keys()]).toEqual(expect.arrayContaining(['zod', 'react-hook-form']));
});
