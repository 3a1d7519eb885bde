import { randomUUID } from 'node:crypto';
import { sleep } from '@/scripts/processes.mjs';
import { crashConsole } from '@/tests/journeys/crash-console';
import { Person } from '@/tests/journeys/person';
import { Records } from '@/tests/journeys/records';
import { startConsole } from '@/tests/journeys/start-console';

/** At which shares of the rows the console is killed. */
const killedAt = [0.2, 0.5, 0.8];
const patienceMs = 10 * 60_000;
const eachNamed = 'Секвойя';

type Job = { state: string; doneCount: number; createdCount: number; errorCount: number };

/**
 * An import of so many counterparties, whose console is killed while it takes the file in and three times while it
 * imports. Returns whether it went on by itself and every row stands once: as a card, as a row of the import, and in the
 * audit log.
 */
export async function soakImport({ rows }: { rows: number }): Promise<boolean> {
  console.log(`── an import of ${rows} counterparties whose console is killed ${1 + killedAt.length} times`);
  const callboard = await startConsole();
  const records = new Records(callboard.dataDir);
  try {
    const person = await Person.signIn(callboard.url, records, 'sidorova');
    const startedAt = Date.now();
    const importId = await handInTwice(person, records, rows, () => crashConsole(callboard));
    const job = () =>
      records.all<Job>(
        `select state, done_count doneCount, created_count createdCount, error_count errorCount from imports
         where id = ?`,
        importId,
      )[0]!;
    for (const share of killedAt) {
      await until(() => job().doneCount >= rows * share);
      const { doneCount, state } = job();
      if (state !== 'running')
        throw new Error(`the import was ${state} before it could be killed: take more rows`);
      await crashConsole(callboard);
      console.log(`   killed with ${doneCount} of ${rows} rows done`);
    }
    await until(() => job().state !== 'running');
    console.log(`   ${job().state} after ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
    return tellOf({ ...job(), ...standing(records, importId) }, rows);
  } finally {
    records.close();
    await callboard.stop();
  }
}

/** Hands the file in, kills the console while it keeps the rows, and sends the same request again. */
async function handInTwice(
  person: Person,
  records: Records,
  rows: number,
  crash: () => Promise<void>,
): Promise<string> {
  const text = ['Наименование', ...Array.from({ length: rows }, (_, at) => `${eachNamed} ${at}`)].join('\n');
  const body = { kind: 'counterparties', fileName: 'секвойи.csv', text, mapping: { 0: 'name' } };
  const key = randomUUID();
  const send = () => person.change<{ importId: string }>('POST', '/imports', body, key);
  const first = send().then(
    () => true,
    () => false,
  );
  await until(() => records.all('select 1 from import_parts limit 1').length > 0);
  await crash();
  console.log(`   killed while it took the file in${(await first) ? ', just after its answer' : ''}`);
  const { status, body: answer } = await send();
  if (status !== 200) throw new Error(`POST /imports: ${status} ${JSON.stringify(answer)}`);
  return answer.importId;
}

/** How often each row stands, wherever an imported row leaves something. */
function standing(records: Records, importId: string) {
  const count = (sql: string, ...values: unknown[]) => records.all<{ n: number }>(sql, ...values)[0]!.n;
  return {
    cards: count('select count(*) n from counterparties where name like ?', `${eachNamed} %`),
    names: count('select count(distinct name) n from counterparties where name like ?', `${eachNamed} %`),
    importRows: count('select count(distinct row) n from import_rows where import_id = ?', importId),
    audited: count(
      `select count(*) n from audit_log a join counterparties c on c.id = a.subject_id
       where a.subject = 'counterparty' and a.operation = 'POST /imports' and c.name like ?`,
      `${eachNamed} %`,
    ),
  };
}

function tellOf(found: Record<string, number | string>, rows: number): boolean {
  const wrong = ['doneCount', 'createdCount', 'cards', 'names', 'importRows', 'audited'].filter(
    (name) => found[name] !== rows,
  );
  const isRight = found.state === 'done' && found.errorCount === 0 && wrong.length === 0;
  console.log(isRight ? `   each of the ${rows} rows stands once` : `   WRONG: ${JSON.stringify(found)}`);
  return isRight;
}

async function until(isSo: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  while (!isSo()) {
    if (Date.now() > giveUpAt) throw new Error('the import did not get on within ten minutes');
    await sleep(20);
  }
}
