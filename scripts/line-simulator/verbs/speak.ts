import { pause } from '../clock/clock.ts';
import type { Call } from '../line/call.ts';
import { hear } from '../line/hear.ts';
import { type Line, reportToDebugger } from '../line/line.ts';
import { textOf, type XmlElement } from '../twiml/xml.ts';
import { findSound } from './find-sound.ts';
import { loopsOf, pauseMs, sayMs } from './lengths.ts';

/** The verbs that make sound and nothing else: Say, Play and Pause. */
export async function speak(
  line: Line,
  call: Call,
  verb: XmlElement,
  baseUrl: string | null,
  signal: AbortSignal,
): Promise<void> {
  const text = textOf(verb);
  if (verb.name === 'Pause') {
    hear(line, call, 'pause', `${pauseMs(verb) / 1000}`, 'Pause');
    return pause(line.clock, pauseMs(verb), signal);
  }
  if (verb.name === 'Say' && !text) {
    reportToDebugger(line, { code: 13520, message: 'Say: there is no text' }, { callSid: call.sid });
    return;
  }
  const lengthMs = verb.name === 'Say' ? sayMs(text) : await findSound(line, call, text, baseUrl);
  signal.throwIfAborted();
  if (lengthMs === null) return;
  for (let loop = 0; loop < loopsOf(verb); loop++) {
    hear(line, call, verb.name === 'Say' ? 'say' : 'play', text, verb.name);
    await pause(line.clock, lengthMs, signal);
  }
}
