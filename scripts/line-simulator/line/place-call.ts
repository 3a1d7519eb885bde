import { randomBytes } from 'node:crypto';
import { runProgram } from '../verbs/run-program.ts';
import { type Call, newCall } from './call.ts';
import { hangUp } from './hang-up.ts';
import { hear } from './hear.ts';
import { forgetOldest, type Line } from './line.ts';

export type Caller = {
  /** Sent as it is: a number, `anonymous`, a SIP address, or anything malformed. */
  from: string;
  to?: string;
  forwardedFrom?: string;
  callerName?: string;
  stirVerstat?: string;
  hangUpAfterSeconds?: number;
};

/** A caller dials a company number: the line asks the console what to do. Throws RangeError for a foreign number. */
export function placeCall(line: Line, caller: Caller): Call {
  const to = caller.to ?? line.numbers[0]?.number;
  const dialled = line.numbers.find(({ number }) => number === to);
  if (!dialled || !to) throw new RangeError(`${to ?? 'nothing'} is not a number of this company`);
  forgetOldest(line);

  const call = newCall({
    sid: line.newSid('CA'),
    direction: 'inbound',
    from: caller.from,
    to,
    createdAt: line.clock.now(),
    forwardedFrom: caller.forwardedFrom || null,
    callerName: caller.callerName || null,
    callToken: randomBytes(24).toString('base64url'),
    stirVerstat: caller.stirVerstat || null,
    phoneNumberSid: dialled.sid,
    fallback: dialled.voiceFallbackUrl
      ? { address: dialled.voiceFallbackUrl, method: dialled.voiceFallbackMethod }
      : null,
    statusCallback: dialled.statusCallback
      ? { address: dialled.statusCallback, method: dialled.statusCallbackMethod, events: ['completed'] }
      : null,
  });
  line.calls.set(call.sid, call);
  line.journal.write({ kind: 'call', text: `${call.from || '—'} → ${call.to}: ringing`, callSid: call.sid });
  hear(line, call, 'ringback');
  if (caller.hangUpAfterSeconds !== undefined) {
    const timer = line.clock.after(caller.hangUpAfterSeconds * 1000, () => hangUp(line, call));
    call.onEnded.add(() => timer.cancel());
  }
  void runProgram(line, call, { address: dialled.voiceUrl, method: dialled.voiceMethod, parameters: {} });
  return call;
}
