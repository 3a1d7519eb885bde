import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Dialect } from './store';

type Journal = { entries: { tag: string }[] };

export const migrationsFolder = (dialect: Dialect, migrationsDir?: string) =>
  path.join(migrationsDir ?? path.join(process.cwd(), 'db', 'migrations'), dialect);

/** The names of the migrations that this version knows, oldest first. */
export function migrationTags(dialect: Dialect, migrationsDir?: string): string[] {
  return readJournal(migrationsFolder(dialect, migrationsDir)).entries.map(({ tag }) => tag);
}

function readJournal(folder: string): Journal {
  return JSON.parse(readFileSync(path.join(folder, 'meta', '_journal.json'), 'utf8'));
}

/** Hands a folder with the first `count` of those migrations alone to `use`, and removes it. */
export function withFirstMigrations<Result>(
  { dialect, count, migrationsDir }: { dialect: Dialect; count: number; migrationsDir?: string },
  use: (folder: string) => Result,
): Result {
  const all = migrationsFolder(dialect, migrationsDir);
  const journal = readJournal(all);
  const entries = journal.entries.slice(0, count);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'callboard-migrations-'));
  try {
    mkdirSync(path.join(folder, 'meta'));
    writeFileSync(path.join(folder, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries }));
    for (const { tag } of entries) cpSync(path.join(all, `${tag}.sql`), path.join(folder, `${tag}.sql`));
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
