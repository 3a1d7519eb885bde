import type { Call } from '../line/call.ts';
import { deskPhone, PHONE_MODES, type PhoneMode, phoneKey } from '../line/desk-phone.ts';
import type { Line } from '../line/line.ts';
import { type Caller, placeCall } from '../line/place-call.ts';
import { ControlError } from './control-error.ts';

export type Input = Record<string, unknown>;

const WITHHELD = 'anonymous';

export function textOf(input: Input, name: string): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new ControlError(400, `${name} is a text`);
  return value;
}

/** Places the call that a JSON body asks for; `withheld` is a caller who shows no number. */
export function placeCallFrom(line: Line, input: Input): Call {
  const from = textOf(input, 'from');
  if (from === undefined) throw new ControlError(400, 'from is missing: a number, or "withheld"');
  const seconds = input.hangUpAfterSeconds;
  if (seconds !== undefined && !(typeof seconds === 'number' && seconds >= 0))
    throw new ControlError(400, 'hangUpAfterSeconds is a number of seconds');
  const caller: Caller = {
    from: from === 'withheld' ? WITHHELD : from,
    to: textOf(input, 'to'),
    forwardedFrom: textOf(input, 'forwardedFrom'),
    callerName: textOf(input, 'callerName'),
    stirVerstat: textOf(input, 'stirVerstat'),
    hangUpAfterSeconds: seconds,
  };
  try {
    return placeCall(line, caller);
  } catch (error) {
    if (error instanceof RangeError) throw new ControlError(400, error.message);
    throw error;
  }
}

/** Changes how a desk phone answers, or what it is called. */
export function changePhone(line: Line, number: string, input: Input) {
  if (!phoneKey(number)) throw new ControlError(400, 'A telephone needs a number or a SIP address');
  const mode = textOf(input, 'mode');
  if (mode !== undefined && !PHONE_MODES.includes(mode as PhoneMode))
    throw new ControlError(400, `mode is one of ${PHONE_MODES.join(', ')}`);
  const answerAfterMs = input.answerAfterMs;
  if (answerAfterMs !== undefined && !(typeof answerAfterMs === 'number' && answerAfterMs >= 0))
    throw new ControlError(400, 'answerAfterMs is a number of milliseconds');
  const phone = deskPhone(line, number);
  phone.name = textOf(input, 'name') ?? phone.name;
  phone.mode = (mode as PhoneMode | undefined) ?? phone.mode;
  phone.answerAfterMs = answerAfterMs ?? phone.answerAfterMs;
  line.journal.write({ kind: 'phone', text: `${phone.number}: ${phone.mode}` });
  return phone;
}

const LOWEST_HZ = 100;
const HIGHEST_HZ = 3_600;

/** The tone an end shall sound, in hertz; null: none. Beyond these bounds a telephone carries nothing. */
export function toneOf(input: Input): number | null {
  const { hz } = input;
  if (hz === null) return null;
  if (typeof hz !== 'number' || hz < LOWEST_HZ || hz > HIGHEST_HZ)
    throw new ControlError(400, `hz is a number from ${LOWEST_HZ} to ${HIGHEST_HZ}, or null for silence`);
  return hz;
}

/** For how long to listen, in milliseconds. */
export function listeningMs(query: URLSearchParams): number {
  const ms = Number(query.get('ms') ?? 1_000);
  if (!Number.isInteger(ms) || ms < 100 || ms > 10_000)
    throw new ControlError(400, 'ms is a whole number from 100 to 10000');
  return ms;
}
