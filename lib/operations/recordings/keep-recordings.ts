import { getCall } from '@/db/calls';
import {
  listAwaitedRecordings,
  type NewRecording,
  type RecordingRow,
  updateRecording,
} from '@/db/recordings';
import {
  providerCopyMs,
  type RecordingKeeper,
  type RecordingSource,
} from '@/lib/domain/recordings/recording';
import { readWavPeaks, type WavSound } from '@/lib/domain/recordings/wav-peaks';
import type { Context } from '@/lib/operations/context';
import { tellRecording } from './hear-of-recording';

const batch = 10;
const firstDelayMs = 2000;
const longestDelayMs = 600_000;
/** Together more than a day: a provider's bad day loses no message. */
const mostAttempts = 200;

/**
 * Fetches the recordings that still lie at the provider, one after another, and keeps each with its length, SHA-256 and peaks.
 * One that cannot be fetched now is tried again later, ever more seldom; one that is gone says so. Returns how many were kept.
 */
export async function keepRecordings(
  context: Context,
  { source, keeper, signal }: { source: RecordingSource; keeper: RecordingKeeper; signal?: AbortSignal },
): Promise<number> {
  let kept = 0;
  for (const recording of await listAwaitedRecordings(context.read, context.now(), batch)) {
    if (signal?.aborted) return kept;
    const change = await fetchOne(context, recording, source, keeper);
    const isStillAwaited = await context.tx(async (tx) => {
      if (!(await updateRecording(tx, recording.id, ['awaited'], change))) return false;
      const call = change.state === undefined ? null : await getCall(tx, recording.callId);
      if (call) await tellRecording(tx, call);
      return true;
    });
    // Erased while it was fetched.
    if (!isStillAwaited) await keeper.remove(recording.id);
    else if (change.state === 'kept') kept += 1;
  }
  return kept;
}

async function fetchOne(
  context: Context,
  recording: RecordingRow,
  source: RecordingSource,
  keeper: RecordingKeeper,
): Promise<Partial<NewRecording>> {
  const attempts = recording.attempts + 1;
  const later = (problem: string): Partial<RecordingRow> => {
    if (attempts >= mostAttempts)
      return { state: 'gone', attempts, problem, deleteAtProviderAt: context.now() + providerCopyMs };
    const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempts - 1, 10));
    return { attempts, problem, nextAttemptAt: context.now() + delayMs };
  };
  try {
    const fetched = await source.fetchRecording(recording.recordingSid, recording.kind);
    if (fetched.result === 'gone') return { state: 'gone', attempts, problem: fetched.problem };
    if (fetched.result === 'retry') return later(fetched.problem);
    const { length, sha256 } = await keeper.keep(recording.id, fetched.bytes);
    const sound = await soundOf(keeper, recording.id, length);
    return {
      state: 'kept',
      attempts,
      problem: null,
      byteLength: length,
      sha256,
      keptAt: context.now(),
      deleteAtProviderAt: context.now() + providerCopyMs,
      peaks: sound?.peaks ?? null,
      // The provider tells the length once the recording is over; without its word the sound tells it.
      ...(recording.durationSeconds === 0 && sound && { durationSeconds: Math.round(sound.seconds) }),
    };
  } catch (error) {
    return later(String(error).slice(0, 300));
  }
}

/** Null for sound that cannot be drawn; it can be heard all the same. */
async function soundOf(keeper: RecordingKeeper, id: string, length: number): Promise<WavSound | null> {
  const bytes = await keeper.open(id, { start: 0, end: length - 1 }, length);
  return bytes && readWavPeaks(bytes, length);
}
