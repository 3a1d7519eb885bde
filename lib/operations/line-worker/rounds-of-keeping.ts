import { hourMs, minuteMs } from '@/lib/domain/duration';
import { workOnBackups } from '@/lib/operations/backups/work-on-backups';
import { addOlderContacts } from '@/lib/operations/counterparties/add-older-contacts';
import { forgetOldRows } from '@/lib/operations/deadlines/forget-old-rows';
import { workOnErasures } from '@/lib/operations/personal-data/work-on-erasures';
import { cutLongPresenceSpans } from '@/lib/operations/presence/keep-presence-span';
import { measureOlderCalls } from '@/lib/operations/reports/measure-older-calls';
import { sweepRetentionByNight } from '@/lib/operations/retention/sweep-retention';
import type { Round, RunningParts } from './round';

/** What older versions kept otherwise is brought up to date, what was kept long enough goes, and all of it is backed up. */
export function roundsOfKeeping(parts: RunningParts): Round[] {
  return [
    { what: 'search words', everyMs: 2000, act: addOlderContacts },
    { what: 'reports', everyMs: 1000, act: measureOlderCalls },
    { what: 'presence', everyMs: hourMs, act: cutLongPresenceSpans },
    { what: 'forget', everyMs: hourMs, act: forgetOldRows },
    ...roundsOfErasing(parts),
    ...roundsOfBackups(parts),
  ];
}

function roundsOfErasing({ erasing, recordings, attachments, signal, report }: RunningParts): Round[] {
  if (!erasing) return [];
  const keepers = { recordings: recordings.keeper, attachments };
  const { isQuiet } = erasing;
  return [
    {
      what: 'erasures',
      everyMs: 2000,
      act: (context) => workOnErasures(context, { ...erasing, ...keepers, signal, report }),
    },
    {
      what: 'kept too long',
      everyMs: hourMs,
      act: (context) => sweepRetentionByNight(context, { recordings: recordings.keeper, isQuiet, signal }),
    },
  ];
}

function roundsOfBackups({ backups }: RunningParts): Round[] {
  if (!backups) return [];
  return [{ what: 'backups', everyMs: minuteMs, act: (context) => workOnBackups(context, backups) }];
}
