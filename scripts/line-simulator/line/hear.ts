import type { Call, HeardKind } from './call.ts';
import type { Line } from './line.ts';

const KEPT = 400;

/** Writes into the call what the person at that end hears from now on. */
export function hear(line: Line, call: Call, kind: HeardKind, text = '', verb: string | null = null): void {
  call.heard.push({ at: line.clock.now(), kind, verb, text });
  if (call.heard.length > KEPT) call.heard.splice(0, call.heard.length - KEPT);
  line.journal.write({ kind: 'heard', text: `${kind}${text ? `: ${text}` : ''}`, callSid: call.sid });
}

export function noteVerb(line: Line, call: Call, verb: string, detail = ''): void {
  call.verbs.push({ at: line.clock.now(), verb, detail });
  if (call.verbs.length > KEPT) call.verbs.splice(0, call.verbs.length - KEPT);
}
