// npm run bench [-- a b c d e f g h i j k l m] [--quick] [--json FILE]: measures what the console promises about speed and memory, against baselines of the same run.
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { measureAnswerToStep } from './answer-to-step';
import { measureAuditedChange } from './audited-change';
import type { Bench } from './bench';
import { measureBusyLine } from './busy-line';
import { measureClaimToSound } from './claim-to-sound';
import { measureComplaintToRead } from './complaint-to-read';
import { describeFinding, type Finding, tableOf } from './finding';
import { measureGrowth } from './growth';
import { measureHandOverToSound } from './hand-over-to-sound';
import { measureImport } from './import-rows';
import { measureInboundWebhook } from './inbound-webhook';
import { measureLiveFeed } from './live-feed';
import { measureLongTimeline } from './long-timeline';
import { measureMemory } from './memory';
import { measurePageCost } from './page-cost';
import { measureRingToCard } from './ring-to-card';

const measurements: Record<string, { what: string; measure: (bench: Bench) => Promise<Finding[]> }> = {
  a: { what: 'the inbound webhook', measure: measureInboundWebhook },
  b: { what: "ring to the caller's card", measure: measureRingToCard },
  c: { what: 'answer to the next step', measure: measureAnswerToStep },
  d: { what: 'lists and palette, from 10 000 calls and counterparties on', measure: measureGrowth },
  e: { what: 'resident memory', measure: measureMemory },
  f: { what: 'the live feed', measure: measureLiveFeed },
  g: { what: 'fifty calls and twenty people', measure: measureBusyLine },
  h: { what: 'an answered call to the first sound', measure: measureClaimToSound },
  i: { what: 'a hand-over taken to sound both ways', measure: measureHandOverToSound },
  j: { what: 'a card with much on it', measure: measureLongTimeline },
  k: { what: 'what is written: an import, the audit log', measure: measureWritten },
  l: { what: 'what a page costs the browser', measure: measurePageCost },
  m: { what: 'a complaint seen by the head and the director', measure: measureComplaintToRead },
};

async function measureWritten(bench: Bench): Promise<Finding[]> {
  return [...(await measureImport(bench)), ...(await measureAuditedChange(bench))];
}

const { values: options, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in measurements));
if (unknown.length > 0) {
  console.log(`There is no measurement ${unknown.join(', ')}. There are:`);
  for (const [name, { what }] of Object.entries(measurements)) console.log(`  ${name}  ${what}`);
  process.exit(1);
}

const startedAt = Date.now();
const findings: Finding[] = [];
const problems: string[] = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(measurements)) {
  const { what, measure } = measurements[name]!;
  console.log(`\n── (${name}) ${what}`);
  try {
    const found = await measure({ isQuick: options.quick, say: (words) => console.log(`   ${words}`) });
    for (const finding of found) console.log(describeFinding(finding));
    findings.push(...found);
  } catch (error) {
    problems.push(
      `(${name}) ${what} could not be measured: ${error instanceof Error ? error.message : error}`,
    );
    console.log(problems.at(-1));
  }
}

const machine = `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'processor'}, Node ${process.version}, ${process.platform}`;
const tookSeconds = Math.round((Date.now() - startedAt) / 1000);
console.log(`\n${tableOf(findings)}\n\n${machine}; ${tookSeconds} s${options.quick ? ', --quick' : ''}.`);
if (options.json) {
  const report = {
    at: new Date(startedAt).toISOString(),
    machine,
    tookSeconds,
    isQuick: options.quick,
    findings,
    problems,
  };
  writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
}
process.exit(problems.length > 0 ? 1 : 0);
