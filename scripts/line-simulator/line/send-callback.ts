import type { Webhook } from '../webhooks/deliver-webhook.ts';
import type { HttpAnswer } from '../webhooks/send-request.ts';
import { type CallbackFault, takeFault } from './faults.ts';
import { type Line, reportToDebugger } from './line.ts';

export type Callback = Webhook & {
  family: 'call' | 'conference' | 'recording';
  event: string;
  callSid?: string;
  conferenceSid?: string;
};

const HELD_BACK_AT_MOST_MS = 2_000;
const DELAYED_MS = 5_000;

/** Sends a status callback at once and on its own, or as the faults in force want it: Twilio promises no order. */
export function sendCallback(line: Line, callback: Callback): void {
  const fault = takeFault(
    line.faults.callbacks,
    ({ kind }) => kind === 'all' || kind === callback.family || kind === callback.event,
  );
  if (fault)
    line.journal.write({
      kind: 'fault',
      text: `${fault.effect}: ${callback.event}`,
      callSid: callback.callSid,
      conferenceSid: callback.conferenceSid,
    });

  const held = line.heldBack.splice(0);
  // Of two callbacks to be reordered the first is held back, and the second overtakes it.
  if (fault?.effect === 'reorder' && held.length === 0) {
    holdBack(line, callback, fault.delayMs);
    return;
  }
  void send(line, callback, fault).then(() => {
    for (const release of held) release();
  });
}

function holdBack(line: Line, callback: Callback, delayMs = HELD_BACK_AT_MOST_MS): void {
  let isSent = false;
  const release = () => {
    if (!isSent) void deliver(line, callback);
    isSent = true;
  };
  line.heldBack.push(release);
  line.clock.after(delayMs, release);
}

async function send(line: Line, callback: Callback, fault: CallbackFault | null): Promise<void> {
  switch (fault?.effect) {
    case 'drop':
      return;
    case 'delay':
      line.clock.after(fault.delayMs ?? DELAYED_MS, () => void deliver(line, callback));
      return;
    case 'duplicate':
      return repeat(line, callback, fault.copies ?? 2, fault.token ?? 'new');
    default:
      return deliver(line, callback);
  }
}

async function repeat(line: Line, callback: Callback, copies: number, token: 'same' | 'new' | 'none') {
  const first = crypto.randomUUID();
  await Promise.all(
    Array.from({ length: copies }, (_, copy) => {
      const own = token === 'same' || copy === 0 ? first : token === 'none' ? null : crypto.randomUUID();
      return deliver(line, { ...callback, token: own });
    }),
  );
}

async function deliver(line: Line, callback: Callback): Promise<void> {
  const { callSid, conferenceSid, family, event } = callback;
  const delivery = await line.request(callback, { callSid, conferenceSid, label: `callback ${event}` });
  const complain = (code: number, message: string) =>
    reportToDebugger(
      line,
      { code, message: `Status callback ${event}: ${message}` },
      { callSid, conferenceSid },
    );
  if (delivery.failure) {
    const code = family === 'conference' ? 16011 : delivery.answer ? 15003 : delivery.failure.code;
    complain(code, delivery.failure.message);
  } else if (delivery.answer && !isAcknowledgement(delivery.answer)) {
    complain(
      15003,
      `HTTP ${delivery.answer.status} ${delivery.answer.contentType ?? 'without a Content-Type'}`,
    );
  }
}

/** Twilio takes 204, or 200 with a TwiML document, and reads neither. */
function isAcknowledgement({ status, contentType }: HttpAnswer): boolean {
  if (status === 204) return true;
  return status === 200 && /^(text|application)\/xml\s*(;|$)/i.test(contentType ?? '');
}
