import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openTestDatabase } from '@/db/testing';
import { searchDataDir } from './search-data-dir';

/** Somebody else at the database, such as a backup, comes and goes. */
const openElsewhere = (file: string) =>
  execFileSync(process.execPath, [
    '-e',
    `const Database = require('better-sqlite3');
     const file = new Database(process.argv[1]);
     file.prepare('select count(*) from employees').get();
     file.close();`,
    file,
  ]);

test('the files of a database at work are searched, and its journal stays when somebody else opens it', async () => {
  const { store, settings } = await openTestDatabase('sqlite');
  const { dataDir } = settings;
  const database = path.join(dataDir, 'callboard.db');
  await store.tx(async (db) => {
    await db.q
      .insert(db.t.settings)
      .values({ key: 'note', value: 'Чернобуров', updatedAt: 0, updatedBy: null });
  });
  writeFileSync(path.join(dataDir, 'console.log'), 'called Чернобуров at nine\n');
  const found = await searchDataDir(dataDir, ['Чернобуров', 'nobody of that name']);
  expect(found).toEqual(['callboard.db-wal']);
  openElsewhere(database);
  expect(existsSync(`${database}-wal`)).toBe(true);
  expect(await searchDataDir(dataDir, ['nobody of that name'])).toEqual([]);
  await expect(searchDataDir(path.join(dataDir, 'nowhere'), ['text'])).rejects.toThrow('ENOENT');
});
