import { pause } from '../clock/clock.ts';
import { callParameters } from '../line/call-parameters.ts';
import type { Participant } from '../line/conference.ts';
import { hear } from '../line/hear.ts';
import { type Line, reportToDebugger } from '../line/line.ts';
import { readTwimlAnswer, TwimlError } from '../twiml/twiml-document.ts';
import { textOf } from '../twiml/xml.ts';
import { speak } from './speak.ts';

const ALLOWED = ['Say', 'Play', 'Pause', 'Redirect'];
const LABELS = { music: 'wait music', hold: 'hold music', announcement: 'announcement' };
const SHORTEST_ROUND_MS = 1_000;

/**
 * Plays a conference's wait or hold document, or an announcement, until the signal stops it. Unlike a queue's, it is not asked
 * again when it runs out of verbs: the participant is left in silence.
 */
export async function playWaitingDocument(
  line: Line,
  participant: Participant,
  music: { address: string | null; method: 'GET' | 'POST' },
  kind: 'music' | 'hold' | 'announcement',
  signal: AbortSignal,
): Promise<void> {
  const { call, conference } = participant;
  const about = { callSid: call.sid, conferenceSid: conference.sid };
  if (kind !== 'announcement') hear(line, call, kind);
  if (music.address === null) return;
  if (music.address === '') return hear(line, call, 'silence');

  try {
    let next: { address: string; method: 'GET' | 'POST' } | null = { ...music, address: music.address };
    while (next) {
      const startedAt = line.clock.now();
      const { answer, failure, url } = await line.request(
        {
          ...next,
          parameters: {
            ...(line.faults.behaviours.musicRequestsNameCall ? callParameters(line, call) : {}),
            AccountSid: line.settings.accountSid,
            ApiVersion: '2010-04-01',
            ConferenceSid: conference.sid,
            FriendlyName: conference.name,
          },
        },
        { ...about, label: LABELS[kind] },
      );
      signal.throwIfAborted();
      if (failure || !answer) {
        reportToDebugger(line, failure ?? { code: 11200, message: 'No answer' }, about);
        break;
      }
      next = null;
      const { verbs, warnings } = readTwimlAnswer(answer);
      for (const warning of warnings) reportToDebugger(line, warning, about);
      for (const verb of verbs) {
        if (verb.name === 'Redirect') {
          const target = textOf(verb);
          next = {
            address: target ? new URL(target, url).href : url,
            method: verb.attributes.method === 'GET' ? 'GET' : 'POST',
          };
          break;
        }
        if (ALLOWED.includes(verb.name)) await speak(line, call, verb, url, signal);
        else
          reportToDebugger(
            line,
            { code: 13238, message: `<${verb.name}> is not allowed in a conference's waiting document` },
            about,
          );
      }
      const left = SHORTEST_ROUND_MS - (line.clock.now() - startedAt);
      if (next && left > 0) await pause(line.clock, left, signal);
    }
    hear(line, call, 'silence');
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof TwimlError)) throw error;
    reportToDebugger(line, error, about);
    hear(line, call, 'silence');
  }
}
