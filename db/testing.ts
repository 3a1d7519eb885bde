import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach } from 'vitest';
import { type Dialect, openStore, type Store } from './store';

/** For `describe.each(dialects)`: every test of rows and operations runs on both databases. */
export const dialects: Dialect[] = ['sqlite', 'postgres'];

const folder = mkdtempSync(path.join(os.tmpdir(), 'callboard-test-'));
const opened: Store[] = [];
const createdDatabases: string[] = [];
let sqliteTemplate: string | undefined;
let postgresTemplate: string | undefined;

/** An empty, migrated database of its own, closed after the test. */
export async function openTestStore(dialect: Dialect): Promise<Store> {
  const store = dialect === 'sqlite' ? await openSqliteCopy() : await openPostgresCopy();
  opened.push(store);
  return store;
}

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const name of createdDatabases.splice(0).reverse()) {
    await administer((client) => client.query(`drop database if exists ${name} with (force)`));
  }
  sqliteTemplate = postgresTemplate = undefined;
});

async function openSqliteCopy(): Promise<Store> {
  if (!sqliteTemplate) {
    sqliteTemplate = path.join(folder, 'template');
    await (await openStore({ dataDir: sqliteTemplate })).close();
  }
  const dataDir = path.join(folder, randomUUID());
  mkdirSync(dataDir, { recursive: true });
  cpSync(path.join(sqliteTemplate, 'callboard.db'), path.join(dataDir, 'callboard.db'));
  return openStore({ dataDir });
}

async function openPostgresCopy(): Promise<Store> {
  if (!postgresTemplate) {
    postgresTemplate = await createDatabase();
    await (await openStore({ databaseUrl: addressOf(postgresTemplate), dataDir: folder })).close();
  }
  return openStore({ databaseUrl: addressOf(await createDatabase(postgresTemplate)), dataDir: folder });
}

async function createDatabase(template = 'template0'): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer((client) => client.query(`create database ${name} template ${template}`));
  createdDatabases.push(name);
  return name;
}

async function administer(act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl() });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}

function addressOf(database: string): string {
  const url = new URL(maintenanceUrl());
  url.pathname = `/${database}`;
  return url.href;
}

function maintenanceUrl(): string {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url)
    throw new Error(
      'TEST_POSTGRES_URL is not set: run the tests by vitest, whose global set-up starts PostgreSQL',
    );
  return url;
}
