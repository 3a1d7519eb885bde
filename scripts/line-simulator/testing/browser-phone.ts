import { createHmac } from 'node:crypto';
import { WebSocket } from 'ws';
import { FRAME_MS, type Source, silence } from '../media/frame.ts';
import { analyse } from '../media/listen.ts';
import { openPeer, type Peer } from '../media/peer.ts';
import { tone } from '../media/tones.ts';
import { ACCOUNT_SID, API_KEY_SECRET, API_KEY_SID, APPLICATION_SID } from './line-under-test.ts';

type Payload = Record<string, unknown>;

type Placed = { callSid: string; reconnect: string };

/** A browser's phone in miniature: says what the SDK says, sounds a tone instead of talking, and hears. */
export type BrowserPhone = {
  /** The types of all messages that came, in order. */
  received: string[];
  send(type: string, payload?: Payload): void;
  /** The first message of that type that was not asked for yet. */
  next(type: string): Promise<Payload>;
  /** Calls the application, or takes up a call of another page; resolves when the line has answered. */
  connect(params?: string, from?: Placed): Promise<Placed>;
  /** Takes the call that is offered next; gives its sid. */
  answer(): Promise<string>;
  /** The tones of the next half second of what is heard, loudest first. */
  hears(): Promise<number[]>;
  sound(hz: number | null): void;
  /** Offers the running sound anew, as after a change of the network. */
  restart(callSid: string): Promise<void>;
  /** Resolves when the connection is broken. */
  lost(): Promise<void>;
  /** Connects again and says which call it is in, as the SDK does by itself. */
  comeBack(call: Placed, token: string): Promise<void>;
  close(): void;
};

const HALF_A_SECOND = 4_000;

/** A token as Twilio's library makes it, from the given moment (epoch milliseconds) on. */
export function accessToken(identity: string, now: number, ttlSeconds = 3_600): string {
  const at = Math.floor(now / 1000);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = [
    part({ alg: 'HS256', typ: 'JWT', cty: 'twilio-fpa;v=1' }),
    part({
      jti: `${API_KEY_SID}-${at}`,
      iss: API_KEY_SID,
      sub: ACCOUNT_SID,
      iat: at,
      exp: at + ttlSeconds,
      grants: {
        identity,
        voice: { incoming: { allow: true }, outgoing: { application_sid: APPLICATION_SID } },
      },
    }),
  ].join('.');
  return `${content}.${createHmac('sha256', API_KEY_SECRET).update(content).digest('base64url')}`;
}

/** Connects to the line's signalling with that token. */
export async function openBrowserPhone(base: string, token: string): Promise<BrowserPhone> {
  const received: string[] = [];
  const kept: { type: string; payload: Payload }[] = [];
  const asked: { type: string; resolve(payload: Payload): void }[] = [];
  let peer: Peer | null = null;
  let voice: Source = silence;
  let ear: ((samples: Int16Array) => void) | null = null;

  let offer = '';

  async function open() {
    const opened = new WebSocket(`${base.replace('http', 'ws')}/signal`);
    opened.on('message', (data) => {
      if (String(data) === '\n') return opened.send('\n');
      const message = JSON.parse(String(data));
      received.push(message.type);
      const index = asked.findIndex(({ type }) => type === message.type);
      if (index >= 0) asked.splice(index, 1)[0]?.resolve(message.payload);
      else kept.push(message);
    });
    await new Promise((resolve, reject) => opened.once('open', resolve).once('error', reject));
    return opened;
  }
  let socket = await open();
  const talking = setInterval(() => peer?.send(voice()), FRAME_MS);

  const send = (type: string, payload: Payload = {}) =>
    socket.send(JSON.stringify({ type, payload, version: '1.6' }));
  const next = (type: string) =>
    new Promise<Payload>((resolve) => {
      const index = kept.findIndex((message) => message.type === type);
      if (index >= 0) resolve(kept.splice(index, 1)[0]!.payload);
      else asked.push({ type, resolve });
    });
  const connectPeer = () => {
    peer?.close();
    peer = openPeer({ onSound: (samples) => ear?.(samples), onKey() {}, onLost() {} });
    return peer;
  };
  const listen = (by: string) => send('listen', { token: by, browserinfo: {}, reconnectTimeout: 0 });
  listen(token);

  return {
    received,
    send,
    next,
    async lost() {
      if (socket.readyState === WebSocket.OPEN) await new Promise((resolve) => socket.once('close', resolve));
    },
    async comeBack({ callSid, reconnect }, by) {
      socket = await open();
      listen(by);
      send('invite', { callsid: callSid, sdp: offer, reconnect, twilio: {} });
      await next('answer');
    },
    async connect(params = '', from) {
      const opened = connectPeer();
      offer = await opened.offer();
      send('invite', {
        callsid: from?.callSid ?? 'TJStemporary',
        sdp: offer,
        reconnect: from?.reconnect,
        twilio: { params },
      });
      const { callsid, sdp, reconnect } = await next('answer');
      await opened.accept(String(sdp));
      return { callSid: String(callsid), reconnect: String(reconnect) };
    },
    async answer() {
      const { callsid, sdp } = await next('invite');
      send('answer', { callsid, sdp: await connectPeer().answer(String(sdp)) });
      return String(callsid);
    },
    hears() {
      return new Promise((resolve) => {
        const heard: number[] = [];
        ear = (samples) => {
          heard.push(...samples);
          if (heard.length < HALF_A_SECOND) return;
          ear = null;
          resolve(analyse(Int16Array.from(heard)).tones.map(({ hz }) => hz));
        };
      });
    },
    sound(hz) {
      voice = hz === null ? silence : tone(hz);
    },
    async restart(callSid) {
      if (!peer) return;
      send('reinvite', { callsid: callSid, sdp: await peer.offer() });
      await peer.accept(String((await next('answer')).sdp));
    },
    close() {
      clearInterval(talking);
      peer?.close();
      socket.terminate();
    },
  };
}
