import path from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '@/db/store';
import { seedDemoCompany } from '@/scripts/demo/seed-demo-company';

/** When the newest of the made calls came: fixed, so that every run reads the same rows. */
export const grownAt = Date.UTC(2026, 5, 1, 9);

/**
 * A database of the demo company with so many counterparties (one number each) and calls, half as many appeals, reactions
 * and next reactions, a fiftieth of the latter open.
 */
export async function makeGrownDatabase(dataDir: string, rows: number): Promise<void> {
  const store = await openStore({ dataDir });
  await seedDemoCompany(store, grownAt);
  await store.close();
  fill(path.join(dataDir, 'callboard.db'), rows);
}

function fill(file: string, rows: number): void {
  const database = new Database(file);
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -400000');
  const one = (source: string) => database.prepare(source).pluck().get() as string;
  const values = {
    rows,
    at: grownAt,
    client: one("select id from departments where kind = 'client'"),
    manager: one(
      "select e.id from employees e join departments d on d.id = e.department_id where d.kind = 'client'",
    ),
    snapshot: one('select snapshot from calls order by length(snapshot) desc'),
  };
  const indexes = database
    .prepare(
      `select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in
       ('calls', 'counterparties', 'counterparty_phones', 'counterparty_words', 'appeals', 'appeal_words', 'reactions', 'next_reactions')`,
    )
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) database.exec(`drop index ${name}`);
  for (const statement of statements) {
    const named = [...statement.matchAll(/@(\w+)/g)].map(([, name]) => [name, values[name as 'rows']]);
    database.prepare(statement).run(Object.fromEntries(named));
  }
  for (const { sql } of indexes) database.exec(sql);
  database.exec('analyze');
  database.pragma('journal_mode = WAL');
  database.close();
}

/** One row each 20 s back in time; a number's calls lie far apart. 7919 is a prime, so that neighbours are of different numbers. */
const eachRow = 'with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < @rows)';
const eachOtherRow = 'with recursive n(i) as (select 0 union all select i + 2 from n where i + 2 < @rows)';
const id = (kind: string, number: string) => `printf('${kind}%024d', ${number})`;
const e164 = (number: string) => `printf('+79%09d', ${number})`;
const callAt = '@at - (@rows - i) * 20000';
const counterparty = '(i * 7919) % @rows';

/** Words as names have them: some thousands, the first ones far more often than the last. */
const syllables = 'ро-ма-шка-ли-ни-я-ме-ди-ка-тех-но-сер-вис-спорт-клуб-зо-ло-той-клю-чик'.split('-');
const syllable = (number: string) =>
  `json_extract('${JSON.stringify(syllables)}', '$[' || (${number} % ${syllables.length}) || ']')`;
const firstWord = `${syllable('i')} || ${syllable('i / 7')} || ${syllable('i / 53')}`;
const secondWord = `${syllable('i / 11')} || ${syllable('i / 131')}`;

const statements = [
  `${eachRow} insert into counterparties
     (id, name, name_norm, sort_key, status, category, city, contact_person, note, created_at, updated_at, version)
   select ${id('CP', 'i')}, 'ООО «' || ${firstWord} || ' ' || ${secondWord} || '»', ${firstWord} || ' ' || ${secondWord},
     ${firstWord} || ' ' || ${secondWord}, 'client', '', 'Москва', 'Иванов Иван', '', ${callAt}, ${callAt}, 1 from n`,
  ...[firstWord, secondWord, "'иванов'"].map(
    (word) => `${eachRow} insert or ignore into counterparty_words (word, counterparty_id)
   select ${word}, ${id('CP', 'i')} from n`,
  ),
  `insert or ignore into counterparty_word_endings (ending, word)
   with recursive endings(ending, word) as (
     select word, word from (select distinct word from counterparty_words where length(word) >= 3 and word not glob '*[0-9]*')
     union all select substr(ending, 2), word from endings where length(ending) > 3
   ) select ending, word from endings`,
  `${eachRow} insert into counterparty_phones (id, counterparty_id, raw, e164, digits_reversed, position)
   select ${id('PH', 'i')}, ${id('CP', 'i')}, ${e164('i')}, ${e164('i')}, printf('%09d97', i), 0 from n`,
  `${eachRow} insert into calls
     (id, call_sid, caller_text, caller_kind, caller_e164, called_number, phase, snapshot, machine_version, version,
      department_id, counterparty_id, arrived_at, answered_at, ended_at, outcome, outcome_decided_at, ended_by,
      claim_generation, owner_id, last_event_at)
   select ${id('CL', 'i')}, printf('CA%032x', i), ${e164(counterparty)}, 'number', ${e164(counterparty)}, '+74951234567',
     'ended', @snapshot, 1, 5, @client, ${id('CP', counterparty)}, ${callAt}, ${callAt} + 9000, ${callAt} + 99000,
     'answered', ${callAt} + 114000, 'caller', 1, @manager, ${callAt} + 99000 from n`,
  `${eachOtherRow} insert into appeals
     (id, number, counterparty_id, topic, type, note, created_at, created_by, closed_at, version)
   select ${id('AP', 'i')}, 1000000 + i, ${id('CP', counterparty)}, 'Поставка оборудования', 'Клиентский отдел', '',
     ${callAt}, @manager, iif(i % 4 = 0, null, ${callAt} + 86400000), 1 from n`,
  ...['поставка', 'оборудования'].map(
    (word) =>
      `${eachOtherRow} insert into appeal_words (word, appeal_id) select '${word}', ${id('AP', 'i')} from n`,
  ),
  `${eachOtherRow} insert into reactions
     (id, appeal_id, counterparty_id, call_id, type, topic, note, department_id, employee_id, happened_at, created_at,
      version)
   select ${id('RE', 'i')}, ${id('AP', 'i')}, ${id('CP', counterparty)}, ${id('CL', 'i')}, 'incomingCall', 'Поставка оборудования', '', @client,
     @manager, ${callAt}, ${callAt}, 1 from n`,
  `${eachOtherRow} insert into next_reactions
     (id, kind, appeal_id, reaction_id, call_id, counterparty_id, topic, responsible_department_id,
      responsible_employee_id, started_at, due_at, postponed_count, created_at, created_by, ended_at, outcome, version)
   select ${id('NR', 'i')}, 'act', ${id('AP', 'i')}, ${id('RE', 'i')}, ${id('CL', 'i')}, ${id('CP', counterparty)},
     'Позвонить', @client, @manager, ${callAt}, ${callAt} + 3600000, 0, ${callAt}, @manager,
     iif(i % 100 = 0, null, ${callAt} + 1800000), iif(i % 100 = 0, null, 'fulfilled'), 1 from n`,
];
