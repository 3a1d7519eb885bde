/** A caller's message; what else is recorded of a call gets a kind of its own. */
export const recordingKinds = ['message'] as const;
export type RecordingKind = (typeof recordingKinds)[number];

/** `awaited`: still to be fetched from the phone provider; `kept`: here; `gone`: the provider does not have it any more. */
export const recordingStates = ['awaited', 'kept', 'gone'] as const;
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
  callId: string | null;
  callSid: string;
  recordingSid: string;
  status: string;
  durationSeconds: number;
  occurredAt: number;
};

/** `retry`: not ready or not reachable now. */
export type FetchedRecording =
  | { result: 'found'; bytes: AsyncIterable<Uint8Array> }
  | { result: 'gone'; problem: string }
  | { result: 'retry'; problem: string };

/** Where recordings come from: the phone provider. */
export interface RecordingSource {
  fetchRecording(recordingSid: string): Promise<FetchedRecording>;
}

/** A part of a file; `end` is the last byte, counted from 0. */
export type ByteRange = { start: number; end: number };

/** Where recordings are kept: files by our own ids. */
export interface RecordingKeeper {
  /** Keeps all the bytes or nothing. @throws Error when they are cut off or more than may be kept. */
  keep(id: string, bytes: AsyncIterable<Uint8Array>): Promise<{ length: number; sha256: string }>;
  /** Null when the file is not there. */
  open(id: string, range: ByteRange): Promise<ReadableStream<Uint8Array> | null>;
}
