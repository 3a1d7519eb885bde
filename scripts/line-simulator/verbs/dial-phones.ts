import { pause, unlessAborted } from '../clock/clock.ts';
import { type Call, durationSeconds, hasEnded, newCall, type StatusCallback } from '../line/call.ts';
import { reportProgress } from '../line/call-progress.ts';
import { ringPhone } from '../line/desk-phone.ts';
import { answerCall, endCall } from '../line/end-call.ts';
import { hear } from '../line/hear.ts';
import { reportToDebugger } from '../line/line.ts';
import { elementsOf, textOf, type XmlElement } from '../twiml/xml.ts';
import type { DialResult } from './dial.ts';
import { absolute, type Scope } from './scope.ts';

const TIMEOUT_SECONDS = 30;
const MOST_NOUNS = 10;

/** Rings numbers, SIP addresses and clients, all at once or one after another; the first to answer is bridged. */
export async function dialPhones(scope: Scope, dial: XmlElement, nouns: XmlElement[]): Promise<DialResult> {
  const { line, call, signal } = scope;
  const targets = nouns.slice(0, MOST_NOUNS).map((noun) => ({ noun, to: addressOf(noun) }));
  const wrong = targets.filter(({ noun, to }) => !isReachable(noun, to));
  for (const { noun, to } of wrong)
    reportToDebugger(
      line,
      { code: noun.name === 'Sip' ? 13223 : 13224, message: `Dial: invalid ${noun.name} ${to}` },
      { callSid: call.sid },
    );
  const right = targets.filter((target) => !wrong.includes(target));
  if (right.length === 0) return { DialCallStatus: 'failed', DialBridged: 'false' };

  const timeoutSeconds = Math.min(600, Math.max(5, Number(dial.attributes.timeout ?? TIMEOUT_SECONDS)));
  const rounds = dial.attributes.sequential === 'true' ? right.map((target) => [target]) : [right];
  hear(line, call, 'ringback', '', 'Dial');
  let status = 'no-answer';
  for (const round of rounds) {
    const legs = round.map(({ noun, to }) => childLeg(scope, dial, noun, to));
    const stop = () => {
      for (const leg of legs) endCall(line, leg, leg.answeredAt === null ? 'canceled' : 'completed');
    };
    call.onEnded.add(stop);
    try {
      const { answered, outcome } = await firstAnswer(scope, legs, timeoutSeconds);
      for (const leg of legs) if (leg !== answered) endCall(line, leg, 'canceled');
      status = outcome;
      if (answered) return await bridge(scope, dial, answered);
    } finally {
      if (signal.aborted) stop();
      call.onEnded.delete(stop);
    }
  }
  return { DialCallStatus: status, DialBridged: 'false' };
}

function addressOf(noun: XmlElement): string {
  const uri = elementsOf(noun).find(({ name }) => name === 'Uri' || name === 'Identity');
  const text = textOf(uri ?? noun);
  return noun.name === 'Client' ? `client:${text}` : text;
}

function isReachable(noun: XmlElement, to: string): boolean {
  if (noun.name === 'Number') return /^\+[1-9]\d{4,14}$/.test(to);
  if (noun.name === 'Sip') return /^sips?:.+/.test(to);
  return to.length > 'client:'.length;
}

function childLeg(scope: Scope, dial: XmlElement, noun: XmlElement, to: string): Call {
  const { line, call } = scope;
  const leg = newCall({
    sid: line.newSid('CA'),
    direction: 'outbound-dial',
    from: dial.attributes.callerId ?? call.from,
    to,
    createdAt: line.clock.now(),
    parentCallSid: call.sid,
    statusCallback: progressCallback(scope, noun.attributes),
    customParameters: Object.fromEntries(
      elementsOf(noun)
        .filter(({ name }) => name === 'Parameter')
        .map(({ attributes }) => [attributes.name ?? '', attributes.value ?? '']),
    ),
  });
  line.calls.set(leg.sid, leg);
  return leg;
}

function progressCallback(scope: Scope, attributes: Record<string, string>): StatusCallback | null {
  const address = attributes.statusCallback ? absolute(scope, attributes.statusCallback) : null;
  if (!address) return null;
  const events = (attributes.statusCallbackEvent ?? 'completed').split(/\s+/).filter(Boolean);
  return { address, method: attributes.statusCallbackMethod === 'GET' ? 'GET' : 'POST', events };
}

async function firstAnswer(scope: Scope, legs: Call[], timeoutSeconds: number) {
  const { line, signal } = scope;
  return unlessAborted(
    signal,
    new Promise<{ answered: Call | null; outcome: string }>((resolve) => {
      let open = legs.length;
      for (const leg of legs)
        void ringPhone(line, leg, timeoutSeconds, (event) => reportProgress(line, leg, event)).then(
          (outcome) => {
            open--;
            if (outcome === 'answered') return resolve({ answered: leg, outcome });
            endCall(line, leg, outcome);
            if (open === 0) resolve({ answered: null, outcome });
          },
        );
    }),
  );
}

async function bridge(scope: Scope, dial: XmlElement, leg: Call): Promise<DialResult> {
  const { line, call, signal } = scope;
  answerCall(line, call);
  hear(line, call, 'talk', leg.to);
  hear(line, leg, 'talk', call.from);
  call.bridgedTo = leg;
  leg.bridgedTo = call;
  const stopLimit = new AbortController();
  const limitMs = Number(dial.attributes.timeLimit ?? 14_400) * 1000;
  void pause(line.clock, limitMs, stopLimit.signal).then(
    () => endCall(line, leg, 'completed'),
    () => {},
  );
  try {
    if (!hasEnded(leg)) await unlessAborted(signal, new Promise<void>((resolve) => leg.onEnded.add(resolve)));
  } finally {
    stopLimit.abort();
    call.bridgedTo = leg.bridgedTo = null;
    endCall(line, leg, 'completed');
  }
  return {
    DialCallStatus: 'completed',
    DialCallSid: leg.sid,
    DialCallDuration: String(durationSeconds(leg, line.clock.now())),
    DialBridged: 'true',
  };
}
