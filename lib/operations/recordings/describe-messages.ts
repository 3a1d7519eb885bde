import { listRecordingListens, listRecordingsOfCalls } from '@/db/recordings';
import type { Db } from '@/db/store';
import type { MessageView } from '@/lib/domain/recordings/recording-view';
import { readDirectory } from '@/lib/operations/reactions/directory';

/** The messages left in these calls, the oldest first, each person who listened named once. */
export async function describeMessages(db: Db, callIds: readonly string[]): Promise<MessageView[]> {
  const recordings = await listRecordingsOfCalls(db, callIds);
  const listens = await listRecordingListens(
    db,
    recordings.map(({ id }) => id),
  );
  const names = await readDirectory(db, { employees: listens.map(({ employeeId }) => employeeId) });
  return recordings.map(({ id, callId, state, durationSeconds, recordedAt }) => {
    const listeners = new Map<string, MessageView['listeners'][number]>();
    for (const { recordingId, employeeId, listenedAt } of listens) {
      if (recordingId !== id || listeners.has(employeeId)) continue;
      listeners.set(employeeId, {
        ...(names.employee(employeeId) ?? { id: employeeId, name: '' }),
        at: listenedAt,
      });
    }
    return { id, callId, state, durationSeconds, recordedAt, listeners: [...listeners.values()] };
  });
}
