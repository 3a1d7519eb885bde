import { minuteMs } from '@/lib/domain/duration';
import { deleteExpiredFiles } from '@/lib/operations/attachments/delete-expired-files';
import type { Context } from '@/lib/operations/context';
import { workOnImports } from '@/lib/operations/imports/work-on-imports';
import { deleteAtProvider } from '@/lib/operations/recordings/delete-at-provider';
import { deleteOldRecordings } from '@/lib/operations/recordings/delete-old-recordings';
import { keepRecordings } from '@/lib/operations/recordings/keep-recordings';
import type { Round, RunningParts } from './round';

/** Recordings are fetched and in time deleted, as the files of cards are; files to be imported are dealt with. */
export function roundsOfFiles({ recordings, attachments, signal, report }: RunningParts): Round[] {
  const { source, keeper } = recordings;
  const failures = new Map<string, number>();
  const deleteOld = async (context: Context) => {
    await deleteOldRecordings(context, { keeper, signal });
    await deleteExpiredFiles(context, { keeper: attachments, signal });
  };
  return [
    {
      what: 'recordings',
      everyMs: 2000,
      act: (context) => keepRecordings(context, { ...recordings, signal }),
    },
    {
      what: 'recordings at the provider',
      everyMs: minuteMs,
      act: (context) => deleteAtProvider(context, { source, signal }),
    },
    { what: 'retention', everyMs: 10 * minuteMs, act: deleteOld, first: deleteOld },
    {
      what: 'imports',
      everyMs: 1000,
      act: (context) => workOnImports(context, { signal, failures, report }),
    },
  ];
}
