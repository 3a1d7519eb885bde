// npm run soak: random calls whose faults must break nothing, and a console whose tab lies in the background.
//   -- --calls N [--seed S] [--commands N] [--database sqlite|postgres] [--no-shrink]  10 000 calls by default
//   -- --tab MINUTES [--frozen]                                                      30 minutes by default
// Without --calls and --tab it does both. A seed that broke something is played alone by --calls 1 --seed S.
import { parseArgs } from 'node:util';
import type { Dialect } from '@/db/store';
import { soakCalls } from './soak-calls';
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
  },
});

function numberOf(name: 'calls' | 'seed' | 'commands' | 'tab', text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  console.log(`--${name} is a whole number from 1 on, not ${text}`);
  process.exit(1);
}

const isBoth = values.calls === undefined && values.tab === undefined;
if (values.database !== 'sqlite' && values.database !== 'postgres') {
  console.log(`--database is sqlite or postgres, not ${values.database}`);
  process.exit(1);
}

let isWhole = true;
if (isBoth || values.calls !== undefined) {
  isWhole &&= await soakCalls({
    calls: numberOf('calls', values.calls ?? '10000'),
    seed: numberOf('seed', values.seed),
    path: values.path,
    mostCommands: numberOf('commands', values.commands),
    dialect: values.database as Dialect,
    isShrunk: !values['no-shrink'],
  });
}
if (isBoth || values.tab !== undefined) {
  isWhole &&= await soakTab({ minutes: numberOf('tab', values.tab ?? '30'), isFrozen: values.frozen });
}
process.exit(isWhole ? 0 : 1);
