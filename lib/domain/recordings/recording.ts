import { dayMs } from '@/lib/domain/duration';

/** A message: what a caller left when nobody answered. A conversation: the caller on one channel, what they hear on the other. */
export const recordingKinds = ['message', 'conversation'] as const;
export type RecordingKind = (typeof recordingKinds)[number];

/**
 * `running`: the conversation is still being recorded. `awaited`: to be fetched from the phone provider. `kept`: here.
 * `gone`: the provider has none, or not any more. `deleted`: its line's retention was over.
 */
export const recordingStates = ['running', 'awaited', 'kept', 'gone', 'deleted'] as const;
export type RecordingState = (typeof recordingStates)[number];

/** A shorter message says nothing: the tone was heard and the line put down. */
export const shortestMessageSeconds = 2;
/** The provider stops recording then. */
export const longestMessageSeconds = 120;
/** From the words before the tone to the last word after it. */
export const longestMessageCallMs = (longestMessageSeconds + 60) * 1000;

/** What the provider told of a recording. `status`: only `completed` has sound. */
export type RecordingFact = {
  dedupeKey: string;
  kind: RecordingKind;
  callId: string | null;
  callSid: string;
  recordingSid: string;
  status: string;
  durationSeconds: number;
  /** By the provider's clock, to the second; null when it did not tell. */
  startedAt: number | null;
};

/** `retry`: not ready or not reachable now. */
export type FetchedRecording =
  | { result: 'found'; bytes: AsyncIterable<Uint8Array> }
  | { result: 'gone'; problem: string }
  | { result: 'retry'; problem: string };

/** The provider's copy outlives the fetching by so much: until then a nightly backup has ours. */
export const providerCopyMs = 2 * dayMs;

/** Where recordings come from: the phone provider. */
export interface RecordingSource {
  fetchRecording(recordingSid: string, kind: RecordingKind): Promise<FetchedRecording>;
  /** Whether the provider has no copy of it any more. */
  deleteRecording(recordingSid: string): Promise<boolean>;
}

/** A part of a file; `end` is the last byte, counted from 0. */
export type ByteRange = { start: number; end: number };

/** What is known of a file that is kept. */
export type KeptFile = { length: number; sha256: string };

/** Where recordings are kept: files by our own ids. */
export interface RecordingKeeper {
  /** Keeps all the bytes or nothing. @throws Error when they are cut off or more than may be kept. */
  keep(id: string, bytes: AsyncIterable<Uint8Array>): Promise<KeptFile>;
  /** Null when the file is not there, or not as long as it was. */
  open(id: string, range: ByteRange, length: number): Promise<ReadableStream<Uint8Array> | null>;
  /** Whether the file is still the one that was kept, byte for byte. */
  isWhole(id: string, file: KeptFile): Promise<boolean>;
  /** Done also when it is not there any more. */
  remove(id: string): Promise<void>;
}
