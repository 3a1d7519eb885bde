import type { Call } from '../line/call.ts';
import { type Line, reportToDebugger } from '../line/line.ts';

// What a sound is taken to last when its length cannot be told: one from elsewhere, or not a WAV.
const USUAL_MS = 10_000;

const known = new WeakMap<Line, Map<string, number>>();

/** How long a sound plays, in milliseconds; null, and a word in the debugger, when it cannot be played. */
export async function findSound(
  line: Line,
  call: Call,
  address: string,
  baseUrl: string | null,
): Promise<number | null> {
  if (!address) return USUAL_MS;
  const refuse = (code: number, message: string) => {
    reportToDebugger(line, { code, message: `Play ${address}: ${message}` }, { callSid: call.sid });
    return null;
  };
  const url = URL.parse(address, baseUrl ?? undefined)?.href;
  if (!url) return refuse(11100, 'invalid URL');
  // Only the console's own sounds are asked for: any other host would need a network.
  if (!url.startsWith(`${line.settings.publicUrl}/`)) return USUAL_MS;

  const lengths = known.get(line) ?? new Map<string, number>();
  known.set(line, lengths);
  const lengthMs = lengths.get(url);
  if (lengthMs !== undefined) return lengthMs;
  const { answer, failure } = await line.request(
    { address: url, method: 'GET', parameters: {} },
    { callSid: call.sid, label: 'sound' },
  );
  if (failure || !answer) return refuse(failure?.code ?? 11200, failure?.message ?? 'no answer');
  if (!answer.contentType?.startsWith('audio/')) return refuse(12300, `Content-Type ${answer.contentType}`);
  const found = wavMs(answer.head, answer.sizeBytes) ?? USUAL_MS;
  lengths.set(url, found);
  return found;
}

const HEADER_BYTES = 44;
const BYTE_RATE_AT = 28;

/** The length of a plain WAV file by its size and byte rate; null for anything else. */
export function wavMs(head: Buffer, sizeBytes: number): number | null {
  if (head.length < HEADER_BYTES || head.toString('latin1', 0, 4) !== 'RIFF') return null;
  const bytesPerSecond = head.readUInt32LE(BYTE_RATE_AT);
  return bytesPerSecond > 0 ? Math.round(((sizeBytes - HEADER_BYTES) * 1000) / bytesPerSecond) : null;
}
