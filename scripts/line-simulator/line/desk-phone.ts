import { readNamedNumbers } from '../settings/settings.ts';
import { ringBrowsers } from '../signal/ring-browsers.ts';
import { type Call, hasEnded, type RingOutcome } from './call.ts';
import { answerCall, endCall } from './end-call.ts';
import type { Line } from './line.ts';

export type PhoneMode = 'auto' | 'manual' | 'busy' | 'no-answer' | 'unreachable';

export type DeskPhone = {
  number: string;
  name: string;
  mode: PhoneMode;
  /** How long a phone that answers by itself rings first. */
  answerAfterMs: number;
  call: Call | null;
};

export const PHONE_MODES: readonly PhoneMode[] = ['auto', 'manual', 'busy', 'no-answer', 'unreachable'];

const ANSWER_AFTER_MS = 1_500;

/** The telephone of that number; any number that is dialled becomes one that answers by itself. */
export function deskPhone(line: Line, number: string): DeskPhone {
  const key = phoneKey(number);
  let phone = line.phones.get(key);
  if (!phone) {
    const named = readNamedNumbers(line.settings.deskPhonesFile).find((row) => phoneKey(row.number) === key);
    phone = {
      number: key,
      name: named?.name ?? '',
      mode: 'auto',
      answerAfterMs: ANSWER_AFTER_MS,
      call: null,
    };
    line.phones.set(key, phone);
  }
  return phone;
}

/** All telephones: those of the employees, and whatever else was dialled or added. */
export function deskPhones(line: Line): DeskPhone[] {
  for (const { number } of readNamedNumbers(line.settings.deskPhonesFile)) deskPhone(line, number);
  return [...line.phones.values()];
}

export function phoneKey(number: string): string {
  const trimmed = number.trim();
  return /^(sip|sips|client):/i.test(trimmed) ? trimmed.toLowerCase() : trimmed.replace(/[^+\d]/g, '');
}

/** What a person does with the telephone; false when it is not in a state for that. */
export function operatePhone(
  line: Line,
  phone: DeskPhone,
  act: 'answer' | 'busy' | 'no-answer' | 'hang-up',
): boolean {
  const { call } = phone;
  if (!call) return false;
  if (act === 'hang-up') {
    if (call.answeredAt === null) return false;
    endCall(line, call, 'completed', 'participant_hung_up');
    return true;
  }
  if (call.answeredAt !== null || !call.settleRinging) return false;
  call.settleRinging(act === 'answer' ? 'answered' : act);
  return true;
}

const INITIATED_AFTER_MS = 100;
const RINGING_AFTER_MS = 400;
const BUSY_AFTER_MS = 600;
// Twilio adds about five seconds to every ringing time it is given.
const TWILIO_EXTRA_MS = 5_000;

/** Rings the telephone or the browsers a queued leg is for, with its progress callbacks, until something comes of it. */
export function ringPhone(
  line: Line,
  call: Call,
  timeoutSeconds: number,
  report: (event: 'initiated' | 'ringing') => void,
): Promise<RingOutcome> {
  if (hasEnded(call)) return Promise.resolve('canceled');
  return new Promise((resolve) => {
    let phone: DeskPhone | null = null;
    const timers: { cancel(): void }[] = [];
    const after = (delayMs: number, action: () => void) => timers.push(line.clock.after(delayMs, action));
    call.settleRinging = (outcome) => {
      for (const timer of timers) timer.cancel();
      call.settleRinging = null;
      if (outcome === 'answered') answerCall(line, call);
      else if (phone?.call === call) phone.call = null;
      resolve(outcome);
    };
    const settle = (outcome: RingOutcome) => call.settleRinging?.(outcome);

    after(INITIATED_AFTER_MS, () => {
      call.initiatedAt = line.clock.now();
      report('initiated');
    });
    after(RINGING_AFTER_MS, () => {
      if (!ringBrowsers(line, call)) {
        phone = deskPhone(line, call.to);
        if (phone.mode === 'unreachable') return settle('failed');
        if (phone.mode === 'busy' || phone.call) {
          after(BUSY_AFTER_MS, () => settle('busy'));
          return;
        }
        occupy(phone, call);
      }
      call.status = 'ringing';
      call.updatedAt = line.clock.now();
      line.journal.write({ kind: 'phone', text: `${call.to}: ringing`, callSid: call.sid });
      report('ringing');
      if (phone?.mode === 'auto') after(phone.answerAfterMs, () => settle('answered'));
      after(timeoutSeconds * 1000 + TWILIO_EXTRA_MS, () => settle('no-answer'));
    });
  });
}

function occupy(phone: DeskPhone, call: Call): void {
  phone.call = call;
  call.onEnded.add(() => {
    if (phone.call === call) phone.call = null;
  });
}
