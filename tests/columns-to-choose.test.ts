import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folder } from '@/scripts/folder.mjs';

const isPaged = (source: string) => /<Pager\b|\bfooter={footer}/.test(source);

test('every list of the screens that has pages lets people choose its columns', () => {
  const tables = globSync('{app,components}/**/*.tsx', { cwd: folder }).map((file) => ({
    file,
    source: readFileSync(path.join(folder, file), 'utf8'),
  }));
  expect(tables.filter(({ source }) => /<ListTable\b/.test(source)).length).toBeGreaterThan(20);
  const fixed = tables.filter(({ source }) => /<DataTable\b/.test(source) && isPaged(source));
  expect(fixed.map(({ file }) => file)).toEqual([]);
});
