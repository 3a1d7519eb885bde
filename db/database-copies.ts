import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { memoryFolder } from './memory-folder';
import { type Dialect, openStore, type Store, type StoreSettings } from './store';

export type DatabaseCopy = {
  store: Store;
  /** What opens the same database once more. */
  settings: StoreSettings;
  /** Closes the store and removes its database. */
  remove(): Promise<void>;
};

/**
 * Databases of their own for tests, each a copy of one that was migrated once and `prepare`d. PostgreSQL is the server of
 * TEST_POSTGRES_URL, whose database TEST_POSTGRES_TEMPLATE, if named, is migrated already.
 */
export function createDatabaseCopies({
  prepare = async () => {},
}: {
  prepare?: (store: Store) => Promise<void>;
} = {}) {
  const folder = mkdtempSync(path.join(memoryFolder(), 'callboard-test-'));
  const created: string[] = [];
  let sqliteTemplate: string | undefined;
  let postgresTemplate: string | undefined;

  const prepareTemplate = async (store: Store) => {
    await prepare(store);
    await store.close();
  };

  async function openSqliteCopy(): Promise<DatabaseCopy> {
    if (!sqliteTemplate) {
      sqliteTemplate = path.join(folder, 'template');
      await prepareTemplate(await openStore({ dataDir: sqliteTemplate }));
    }
    const dataDir = path.join(folder, randomUUID());
    mkdirSync(dataDir, { recursive: true });
    cpSync(path.join(sqliteTemplate, 'callboard.db'), path.join(dataDir, 'callboard.db'));
    const store = await openStore({ dataDir });
    return {
      store,
      settings: { dataDir },
      async remove() {
        await store.close();
        rmSync(dataDir, { recursive: true, force: true });
      },
    };
  }

  async function openPostgresCopy(): Promise<DatabaseCopy> {
    const settingsOf = (name: string) => ({ databaseUrl: addressOf(name), dataDir: folder });
    const open = (name: string) => openStore(settingsOf(name));
    if (!postgresTemplate) {
      postgresTemplate = await createDatabase(process.env.TEST_POSTGRES_TEMPLATE);
      await prepareTemplate(await open(postgresTemplate));
    }
    const name = await createDatabase(postgresTemplate);
    const store = await open(name);
    return {
      store,
      settings: settingsOf(name),
      async remove() {
        await store.close();
        await dropDatabase(name);
      },
    };
  }

  async function createDatabase(template = 'template0'): Promise<string> {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await administer((client) =>
      client.query(`create database ${name} template ${template} strategy file_copy`),
    );
    created.push(name);
    return name;
  }

  async function dropDatabase(name: string): Promise<void> {
    created.splice(created.indexOf(name), 1);
    await administer((client) => client.query(`drop database if exists ${name} with (force)`));
  }

  return {
    open: (dialect: Dialect) => (dialect === 'sqlite' ? openSqliteCopy() : openPostgresCopy()),
    async removeAll(): Promise<void> {
      rmSync(folder, { recursive: true, force: true });
      for (const name of [...created].reverse()) await dropDatabase(name);
      sqliteTemplate = postgresTemplate = undefined;
    },
  };
}

export type DatabaseCopies = ReturnType<typeof createDatabaseCopies>;

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
