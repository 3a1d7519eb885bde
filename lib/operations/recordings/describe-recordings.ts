import { listPeaks, listRecordingListens, listRecordingsOfCalls } from '@/db/recordings';
import type { Db } from '@/db/store';
import type { Person } from '@/lib/domain/employees/employee';
import { mayDownloadRecordings } from '@/lib/domain/employees/permissions';
import type { RecordingKind } from '@/lib/domain/recordings/recording';
import type { PlayableRecording, RecordingView } from '@/lib/domain/recordings/recording-view';
import { readDirectory } from '@/lib/operations/reactions/directory';

/** The recordings of these calls, of one kind or of both, the oldest first, each person who listened named once. */
export async function describeRecordings(
  db: Db,
  callIds: readonly string[],
  kind?: RecordingKind,
): Promise<RecordingView[]> {
  const all = await listRecordingsOfCalls(db, callIds);
  const recordings = kind ? all.filter((recording) => recording.kind === kind) : all;
  const listens = await listRecordingListens(
    db,
    recordings.map(({ id }) => id),
  );
  const names = await readDirectory(db, { employees: listens.map(({ employeeId }) => employeeId) });
  return recordings.map((recording) => {
    const listeners = new Map<string, RecordingView['listeners'][number]>();
    for (const { recordingId, employeeId, listenedAt } of listens) {
      if (recordingId !== recording.id || listeners.has(employeeId)) continue;
      listeners.set(employeeId, {
        ...(names.employee(employeeId) ?? { id: employeeId, name: '' }),
        at: listenedAt,
      });
    }
    const { id, callId, state, durationSeconds, recordedAt, deletedAt } = recording;
    return {
      id,
      callId,
      kind: recording.kind,
      state,
      durationSeconds,
      recordedAt,
      deletedAt,
      listeners: [...listeners.values()],
    };
  });
}

/** The same with what their players need, for somebody who may listen to them. */
export async function describePlayableRecordings(
  db: Db,
  person: Person,
  callIds: readonly string[],
  kind?: RecordingKind,
): Promise<PlayableRecording[]> {
  const recordings = await describeRecordings(db, callIds, kind);
  const peaks = await listPeaks(
    db,
    recordings.filter(({ state }) => state === 'kept').map(({ id }) => id),
  );
  const peaksOf = new Map(peaks.map((row) => [row.id, row.peaks]));
  const mayDownload = mayDownloadRecordings(person);
  return recordings.map((recording) => ({
    ...recording,
    peaks: peaksOf.get(recording.id) ?? null,
    mayDownload,
  }));
}
