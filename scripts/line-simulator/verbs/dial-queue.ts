import { unlessAborted } from '../clock/clock.ts';
import { hasEnded } from '../line/call.ts';
import { hear } from '../line/hear.ts';
import { textOf, type XmlElement } from '../twiml/xml.ts';
import type { DialResult } from './dial.ts';
import type { Scope } from './scope.ts';

/** Takes the first caller of a queue and talks to them; null when nobody waits there. */
export async function dialQueue(scope: Scope, noun: XmlElement): Promise<DialResult | null> {
  const { line, call, signal } = scope;
  const next = line.queues.get(textOf(noun))?.waiting.shift();
  if (!next) return { DialCallStatus: 'no-answer', DialBridged: 'false' };
  hear(line, call, 'talk', next.call.from);
  hear(line, next.call, 'talk', call.from);
  call.bridgedTo = next.call;
  next.call.bridgedTo = call;
  const release = () => next.leave('bridged');
  call.onEnded.add(release);
  try {
    if (!hasEnded(next.call))
      await unlessAborted(signal, new Promise<void>((resolve) => next.call.onEnded.add(resolve)));
  } finally {
    call.onEnded.delete(release);
    call.bridgedTo = next.call.bridgedTo = null;
    release();
  }
  return { DialCallStatus: 'completed', DialCallSid: next.call.sid, DialBridged: 'true' };
}
