// npm run soak: random calls whose faults must break nothing, a console whose tab lies in the background, and an import that is killed.
//   -- --calls N [--seed S] [--commands N] [--database sqlite|postgres] [--no-shrink]  10 000 calls by default
//   -- --tab MINUTES [--frozen]                                                      30 minutes by default
//   -- --import ROWS                                                                100 000 rows by default
// Without any of the three it does them all. A seed that broke something is played alone by --calls 1 --seed S.
import { parseArgs } from 'node:util';
import type { Dialect } from '@/db/store';
import { soakCalls } from './soak-calls';
import { soakImport } from './soak-import';
import { soakTab } from './soak-tab';

const { values } = parseArgs({
  options: {
    calls: { type: 'string' },
    seed: { type: 'string', default: '1' },
    path: { type: 'string' },
    commands: { type: 'string', default: '300' },
    'no-shrink': { type: 'boolean', default: false },
    database: { type: 'string', default: 'sqlite' },
    tab: { type: 'string' },
    frozen: { type: 'boolean', default: false },
    import: { type: 'string' },
  },
});

function numberOf(name: 'calls' | 'seed' | 'commands' | 'tab' | 'import', text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  console.log(`--${name} is a whole number from 1 on, not ${text}`);
  process.exit(1);
}

const isAll = values.calls === undefined && values.tab === undefined && values.import === undefined;
if (values.database !== 'sqlite' && values.database !== 'postgres') {
  console.log(`--database is sqlite or postgres, not ${values.database}`);
  process.exit(1);
}

let isWhole = true;
if (isAll || values.calls !== undefined) {
  isWhole &&= await soakCalls({
    calls: numberOf('calls', values.calls ?? '10000'),
    seed: numberOf('seed', values.seed),
    path: values.path,
    mostCommands: numberOf('commands', values.commands),
    dialect: values.database as Dialect,
    isShrunk: !values['no-shrink'],
  });
}
if (isAll || values.import !== undefined) {
  isWhole &&= await soakImport({ rows: numberOf('import', values.import ?? '100000') });
}
if (isAll || values.tab !== undefined) {
  isWhole &&= await soakTab({ minutes: numberOf('tab', values.tab ?? '30'), isFrozen: values.frozen });
}
process.exit(isWhole ? 0 : 1);
