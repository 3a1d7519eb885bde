import { pause } from '../clock/clock.ts';
import type { Call } from '../line/call.ts';
import { answerCall, endCall } from '../line/end-call.ts';
import { hear, noteVerb } from '../line/hear.ts';
import { type Line, reportToDebugger } from '../line/line.ts';
import { textOf, type XmlElement } from '../twiml/xml.ts';
import { dial } from './dial.ts';
import { enqueue } from './enqueue.ts';
import { gather } from './gather.ts';
import { sayMs } from './lengths.ts';
import { loadDocument } from './load-document.ts';
import { record } from './record.ts';
import { type Next, type ProgramSource, type Scope, sourceAt } from './scope.ts';
import { speak } from './speak.ts';

const APPLICATION_ERROR = 'We are sorry, an application error has occurred. Goodbye.';

const redirected = new Error('The call was sent to another document');

/** Carries out TwiML on a leg, document after document, until it ends. Replaces whatever ran there before. */
export async function runProgram(line: Line, call: Call, source: ProgramSource): Promise<void> {
  call.program?.abort(redirected);
  const controller = new AbortController();
  call.program = controller;
  try {
    let current: ProgramSource | null = source;
    while (current) current = await runDocument(line, call, current, controller.signal);
    endCall(line, call, 'completed');
  } catch (error) {
    if (!controller.signal.aborted) throw error;
  }
}

async function runDocument(
  line: Line,
  call: Call,
  source: ProgramSource,
  signal: AbortSignal,
): Promise<ProgramSource | null> {
  const loaded = await loadDocument(line, call, source, signal);
  if (!loaded) {
    answerCall(line, call);
    hear(line, call, 'error', APPLICATION_ERROR);
    await pause(line.clock, sayMs(APPLICATION_ERROR), signal);
    return null;
  }
  for (const warning of loaded.document.warnings) reportToDebugger(line, warning, { callSid: call.sid });
  for (const name of loaded.document.passedOver)
    line.journal.write({
      kind: 'call',
      text: `<${name}> is passed over: this line does not carry it out`,
      callSid: call.sid,
    });
  const scope: Scope = { line, call, baseUrl: loaded.url, signal };
  for (const verb of loaded.document.verbs) {
    signal.throwIfAborted();
    noteVerb(line, call, verb.name, textOf(verb));
    if (answers(verb)) answerCall(line, call);
    const next = await perform(scope, verb);
    signal.throwIfAborted();
    if (next === 'end') return null;
    if (next !== 'next') return next;
  }
  return null;
}

// Twilio answers with the first verb that makes sound or needs an open line.
function answers(verb: XmlElement): boolean {
  if (verb.name === 'Dial') return verb.attributes.answerOnBridge !== 'true';
  return !['Reject', 'Pause', 'Redirect'].includes(verb.name);
}

function perform(scope: Scope, verb: XmlElement): Promise<Next> | Next {
  const { line, call, signal } = scope;
  switch (verb.name) {
    case 'Say':
    case 'Play':
    case 'Pause':
      return speak(line, call, verb, scope.baseUrl, signal).then(() => 'next' as const);
    case 'Redirect':
      return sourceAt(scope, textOf(verb), verb.attributes.method) ?? 'end';
    case 'Hangup':
      return 'end';
    case 'Reject':
      if (call.answeredAt !== null) return 'end';
      endCall(line, call, verb.attributes.reason === 'busy' ? 'busy' : 'failed');
      return 'end';
    case 'Dial':
      return dial(scope, verb);
    case 'Record':
      return record(scope, verb);
    case 'Gather':
      return gather(scope, verb);
    case 'Enqueue':
      return enqueue(scope, verb);
    default:
      // Leave outside of a queue does nothing.
      return 'next';
  }
}
