// npm run audit -- --verify: walks the whole audit log; --cut-before 2024-01-01: removes older entries, leaving an anchor.
import { parseArgs } from 'node:util';
import { openAuditAnchors } from '@/db/audit-anchors';
import type { AuditProblemKind } from '@/lib/domain/audit/audit-check';
import { cutAuditLog } from '@/lib/operations/audit/cut-audit-log';
import { verifyAuditLog } from '@/lib/operations/audit/verify-audit-log';
import { settingsOrStop } from './settings-or-stop';
import { inShell } from './shell-context';

const { values } = parseArgs({ options: { verify: { type: 'boolean' }, 'cut-before': { type: 'string' } } });
const before = values['cut-before'];

const problems: Record<AuditProblemKind, (sequence: number) => string> = {
  changed: (sequence) => `Entry ${sequence} was changed after it was made.`,
  missing: (sequence) => `Entry ${sequence} is not there.`,
  unlinked: (sequence) => `Entry ${sequence} does not follow the one before.`,
  tailMissing: (sequence) => `The end of the log was cut off from entry ${sequence} on.`,
  replaced: (sequence) => `Another entry stands in the place of ${sequence}: its anchor does not fit.`,
  anchorDamaged: () => 'The entries are whole, but an anchor in DATA_DIR/audit-anchors cannot be read.',
  cutForged: (sequence) => `The removal of the entries up to ${sequence} was not made by this installation.`,
};

if (before !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(before)) {
  console.log('Before which day? npm run audit -- --cut-before 2024-01-01');
  process.exitCode = 1;
} else if (before !== undefined) {
  await inShell(async (context) => {
    const cut = await cutAuditLog(context, { before: Date.parse(before) });
    console.log(cut === null ? 'No entry is as old.' : `The entries up to ${cut} are removed.`);
  });
} else if (values.verify) {
  await inShell(async (context) => {
    const anchors = openAuditAnchors(settingsOrStop().dataDir);
    const { entryCount, headSequence, headHash, problem } = await verifyAuditLog(context.read, anchors);
    if (problem) {
      console.log(`The audit log is broken. ${problems[problem.kind](problem.sequence)}`);
      console.log(`Entries before it that are right: ${entryCount}.`);
      process.exitCode = 1;
    } else console.log(`The audit log is whole, entries: ${entryCount}.`);
    console.log(`Newest entry: ${headSequence} ${headHash}`);
  });
} else {
  console.log('npm run audit -- --verify, or npm run audit -- --cut-before 2024-01-01');
  process.exitCode = 1;
}
