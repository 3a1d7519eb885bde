// npm run replay-calls -- --since 2026-11-01 [--script inbound-call]: puts the answers of past calls to the charts of this
// working tree and tells which calls would stop, end elsewhere or write other records; changes nothing. Exit code 1 when
// any call differs, 2 when the command is wrong.
import { parseArgs } from 'node:util';
import { callScripts, newestCallScript } from '@/lib/domain/call-scripts/catalog';
import { instantOf } from '@/lib/domain/deadlines/time-zone';
import { type ReplayedCall, replayCalls } from '@/lib/operations/call-scripts/replay-calls';
import { clientTimeZone } from '@/lib/operations/departments/client-department';
import { differenceText } from './difference-text';
import { inShell } from './shell-context';

const known = [...new Set(callScripts.map(({ id }) => id))];
const { since, script } = options();

if (!isDay(since)) {
  wrong('Calls since which day? npm run replay-calls -- --since 2026-11-01 [--script inbound-call]');
} else if (script !== undefined && !known.includes(script)) {
  wrong(`There is no call script ${script}; there are ${known.join(' and ')}.`);
} else {
  await inShell(async (context) => {
    const from = instantOf(since, 0, await clientTimeZone(context.read));
    for (const id of script === undefined ? known : [script]) {
      const chart = newestCallScript(id)!;
      let differing = 0;
      const replayed = await replayCalls(context, { script: chart, since: from }, (call) => {
        differing += 1;
        process.exitCode = 1;
        console.log(linesOf(call, chart.version));
      });
      const verdict = differing === 0 ? 'none would go otherwise' : `${differing} would go otherwise`;
      console.log(`${id}, chart version ${chart.version}: ${replayed} calls since ${since}, ${verdict}.`);
    }
  });
}

/** What the command does not know leaves it without a day. */
function options(): { since: string; script?: string } {
  try {
    const { values } = parseArgs({ options: { since: { type: 'string' }, script: { type: 'string' } } });
    return { since: '', ...values };
  } catch {
    return { since: '' };
  }
}

/** `YYYY-MM-DD`, a day there is. */
function isDay(text: string): boolean {
  const isWritten = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return isWritten && new Date(text).toISOString().startsWith(text);
}

function wrong(words: string): void {
  console.log(words);
  process.exitCode = 2;
}

function linesOf({ callId, startedAt, machineVersion, differences }: ReplayedCall, version: number): string {
  const ledBy = machineVersion === version ? '' : `, led by version ${machineVersion}`;
  const head = `${callId} (${new Date(startedAt).toISOString()}${ledBy})`;
  return [head, ...differences.map((difference) => `  ${differenceText(difference)}`)].join('\n');
}
