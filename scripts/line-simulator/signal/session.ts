import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { takeFault } from '../line/faults.ts';
import type { Line } from '../line/line.ts';
import { type Bearer, hasExpired, readAccessToken, TokenError } from './access-token.ts';
import type { BrowserLeg } from './browser-leg.ts';
import { callFromBrowser } from './call-from-browser.ts';

export type SignalError = { code: number; message: string };

/** One signalling connection of a browser. */
export type Session = {
  id: string;
  bearer: Bearer | null;
  isRegistered: boolean;
  /** For how long the browser will try to come back after losing the connection. */
  reconnectTimeoutMs: number;
  legs: Set<BrowserLeg>;
  /** Says something to the browser; nothing happens when the connection is gone. */
  send(type: string, payload?: Record<string, unknown>): void;
  /** Cuts the connection without a word. */
  cut(): void;
};

type Payload = Record<string, unknown>;

const PROTOCOL = '1.6';
// The browser gives a connection up after 15 s without a word.
const HEARTBEAT_MS = 8_000;
const PLACE = { region: 'US_EAST_VIRGINIA', edge: 'ashburn', home: 'us1' };

/** Speaks with one browser until its connection closes. */
export function openSession(line: Line, socket: WebSocket): Session {
  const session: Session = {
    id: randomUUID(),
    bearer: null,
    isRegistered: false,
    reconnectTimeoutMs: 0,
    legs: new Set(),
    send(type, payload = {}) {
      if (socket.readyState === socket.OPEN)
        socket.send(JSON.stringify({ type, payload, version: PROTOCOL }));
    },
    cut: () => socket.terminate(),
  };
  line.sessions.add(session);

  let heartbeat = line.clock.after(HEARTBEAT_MS, beat);
  function beat() {
    if (socket.readyState === socket.OPEN) socket.send('\n');
    heartbeat = line.clock.after(HEARTBEAT_MS, beat);
  }
  socket.on('message', (data) => {
    const message = readMessage(String(data));
    if (message) receive(line, session, message.type, message.payload);
  });
  socket.on('error', () => socket.terminate());
  socket.once('close', () => {
    heartbeat.cancel();
    line.sessions.delete(session);
    note(line, session, 'gone');
    for (const leg of session.legs) leg.loseSession();
  });
  return session;
}

function readMessage(data: string): { type: string; payload: Payload } | null {
  if (data === '\n') return null;
  try {
    const { type, payload } = JSON.parse(data);
    return typeof type === 'string' ? { type, payload: payload ?? {} } : null;
  } catch {
    return null;
  }
}

function receive(line: Line, session: Session, type: string, payload: Payload): void {
  const carryOut = () => MESSAGES.get(type)?.(line, session, payload);
  const fault = takeFault(line.faults.signalling, ({ message }) => message === 'all' || message === type);
  if (fault) note(line, session, `${type}: ${fault.effect}`);
  if (!fault) carryOut();
  else if (fault.effect === 'delay') line.clock.after(fault.delayMs, carryOut);
  else if (fault.effect === 'refuse')
    refuse(session, type, payload, { code: fault.code, message: 'Refused' });
}

type Act = (line: Line, session: Session, payload: Payload) => void;

const MESSAGES = new Map<string, Act>([
  ['listen', listen],
  ['register', register],
  [
    'invite',
    (line, session, payload) =>
      typeof payload.reconnect === 'string'
        ? comeBack(line, session, payload)
        : callFromBrowser(line, session, payload),
  ],
  ['answer', (_, session, { callsid, sdp }) => legOf(session, callsid)?.accept(String(sdp))],
  ['reinvite', (_, session, { callsid, sdp }) => legOf(session, callsid)?.renegotiate(String(sdp))],
  ['reject', (_, session, { callsid }) => legOf(session, callsid)?.reject()],
  ['hangup', (_, session, { callsid }) => legOf(session, callsid)?.hangUp()],
  ['dtmf', (_, session, { callsid, dtmf }) => legOf(session, callsid)?.press(String(dtmf ?? ''))],
]);

function legOf(session: Session, callSid: unknown): BrowserLeg | undefined {
  return [...session.legs].find((leg) => leg.isMeant(callSid));
}

// A call that is refused ends, whatever else is refused is the whole connection's error.
function refuse(session: Session, type: string, payload: Payload, error: SignalError): void {
  if (type === 'invite') session.send('hangup', { callsid: payload.callsid, error });
  else session.send('error', { error });
}

function listen(line: Line, session: Session, payload: Payload): void {
  const now = line.clock.now();
  try {
    session.bearer = readAccessToken(payload.token, line.settings, now);
    session.reconnectTimeoutMs = Number(payload.reconnectTimeout ?? 0) * 1000;
    const { identity, expiresAt } = session.bearer;
    session.send('connected', {
      ...PLACE,
      token: { identity, ttl: Math.floor((expiresAt - now) / 1000) },
    });
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    session.bearer = null;
    session.isRegistered = false;
    note(line, session, `token refused, ${error.code}: ${error.message}`);
    refuse(session, 'listen', payload, { code: error.code, message: error.message });
  }
}

function register(line: Line, session: Session, payload: Payload): void {
  const { bearer } = session;
  const wasRegistered = session.isRegistered;
  const wants = (payload.media as { audio?: unknown } | undefined)?.audio === true;
  const refusal =
    bearer === null
      ? { code: 31204, message: 'Invalid JWT token' }
      : hasExpired(bearer, line.clock.now())
        ? { code: 31205, message: 'JWT token expired' }
        : null;
  session.isRegistered = wants && !refusal && bearer?.mayReceive === true;
  if (wants && refusal) refuse(session, 'register', payload, refusal);
  else session.send(session.isRegistered ? 'ready' : 'offline');
  if (session.isRegistered !== wasRegistered)
    note(line, session, session.isRegistered ? 'registered' : 'unregistered');
}

/** A browser that lost its connection in a call says where it was. */
function comeBack(line: Line, session: Session, { reconnect, callsid, sdp }: Payload): void {
  const leg = [...line.browserLegs].find(
    (each) => each.isMeant(callsid) && each.reconnectToken === reconnect,
  );
  if (leg && session.bearer) leg.resume(session, String(sdp));
  else
    refuse(session, 'invite', { callsid }, { code: 31209, message: 'There is no such call to come back to' });
}

function note(line: Line, session: Session, text: string): void {
  line.journal.write({ kind: 'phone', text: `client:${session.bearer?.identity ?? '?'}: ${text}` });
}
