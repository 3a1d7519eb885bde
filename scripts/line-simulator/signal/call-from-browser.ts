import { newCall } from '../line/call.ts';
import { callParameters } from '../line/call-parameters.ts';
import { forgetOldest, type Line } from '../line/line.ts';
import { runProgram } from '../verbs/run-program.ts';
import { hasExpired } from './access-token.ts';
import { openBrowserLeg } from './browser-leg.ts';
import type { Session, SignalError } from './session.ts';

/** A browser calls its TwiML application: the line asks the console what to do, as with any other call. */
export function callFromBrowser(
  line: Line,
  session: Session,
  { callsid, sdp, twilio }: Record<string, unknown>,
): void {
  const temporarySid = String(callsid);
  const refusal = refusalOf(line, session, sdp);
  if (refusal || !session.bearer) {
    session.send('hangup', { callsid: temporarySid, error: refusal });
    return;
  }
  forgetOldest(line);
  const { params } = (twilio ?? {}) as { params?: unknown };
  const given = new URLSearchParams(typeof params === 'string' ? params : '');
  const call = newCall({
    sid: line.newSid('CA'),
    direction: 'inbound',
    from: `client:${session.bearer.identity}`,
    to: given.get('To') ?? '',
    createdAt: line.clock.now(),
    applicationSid: session.bearer.applicationSid,
  });
  // A browser cannot say that it is somebody else.
  const reserved = callParameters(line, call);
  line.calls.set(call.sid, call);
  line.journal.write({ kind: 'call', text: `${call.from} → ${call.to || '—'}: ringing`, callSid: call.sid });
  openBrowserLeg(line, call, session, { offer: String(sdp), temporarySid });
  session.send('ringing', { callsid: call.sid });
  void runProgram(line, call, {
    address: addressOf(line, session.bearer.applicationSid),
    method: 'POST',
    parameters: Object.fromEntries([...given].filter(([name]) => !(name in reserved))),
  });
}

/** Where the account's application of this token sends its calls. */
function addressOf({ account }: Line, applicationSid: string | null): string {
  const { applications } = account;
  return (applications.find(({ sid }) => sid === applicationSid) ?? applications[0])?.voiceUrl ?? '';
}

function refusalOf(line: Line, { bearer }: Session, sdp: unknown): SignalError | null {
  if (!bearer) return { code: 31204, message: 'Invalid JWT token' };
  if (hasExpired(bearer, line.clock.now())) return { code: 20104, message: 'Access token expired' };
  const { twimlAppSid } = line.settings;
  if (bearer.applicationSid === null || (twimlAppSid !== null && bearer.applicationSid !== twimlAppSid))
    return { code: 31001, message: 'Application not found' };
  if (typeof sdp !== 'string') return { code: 31400, message: 'There is no description of the sound' };
  return null;
}
