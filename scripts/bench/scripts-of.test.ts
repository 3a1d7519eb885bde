import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { scriptsOf } from './scripts-of';

test('a script counts once, also one that only the data of the page names, and none for old browsers', () => {
  const built = mkdtempSync(path.join(os.tmpdir(), 'callboard-scripts-'));
  try {
    mkdirSync(path.join(built, 'static', 'chunks'), { recursive: true });
    for (const name of ['one', 'two', 'old'])
      writeFileSync(path.join(built, 'static', 'chunks', `${name}.js`), `console.log("${name}");`.repeat(20));
    const html = `
      <script src="/_next/static/chunks/one.js" async=""></script>
      <link rel="preload" as="script" href="/_next/static/chunks/one.js"/>
      <script src="/_next/static/chunks/old.js" noModule=""></script>
      <script>self.__next_f.push([1,"2:I[7,[\\"/_next/static/chunks/two.js\\"],\\"Desk\\"]"])</script>`;
    const bytes = (name: string) => gzipSync(`console.log("${name}");`.repeat(20)).length;
    expect(scriptsOf(html, built)).toBe(bytes('one') + bytes('two'));
  } finally {
    rmSync(built, { recursive: true });
  }
});
