import { randomBytes } from 'node:crypto';
import type { Timer } from '../clock/clock.ts';
import { type Call, hasEnded } from '../line/call.ts';
import { hangUp } from '../line/hang-up.ts';
import type { Line } from '../line/line.ts';
import { connectSound, type SoundConnection } from '../media/connect-sound.ts';
import type { Session, SignalError } from './session.ts';

/** A leg that ends in a browser: its sound, and what is said about it over a connection that may be lost and come back. */
export type BrowserLeg = {
  call: Call;
  reconnectToken: string;
  /** Whether a message about this call sid is about this leg. */
  isMeant(callSid: unknown): boolean;
  /** Asks the browser whether it takes the call. */
  invite(): Promise<void>;
  /** The browser takes the call. */
  accept(answer: string): void;
  reject(): void;
  hangUp(): void;
  press(keys: string): void;
  /** The browser offers its sound anew in the course of the call. */
  renegotiate(offer: string): void;
  /** The connection broke: the browser may come back, within a time and while its sound lasts. */
  loseSession(): void;
  /** The browser is back, with the sound it had, or in another page with sound of its own. */
  resume(session: Session, description: string): void;
  /** Tells the browser that this is over, and frees the sound. Does so once. */
  close(message: 'cancel' | 'hangup', error?: SignalError): void;
};

const CHECK_MS = 1_000;
/** How long a browser may be away at least; it may ask for longer. */
const SHORTEST_WAIT_MS = 10_000;

/** `offer` is the browser's when it calls; null when it is called. `temporarySid`: its own name for the call at first. */
export function openBrowserLeg(
  line: Line,
  call: Call,
  opened: Session,
  { offer, temporarySid }: { offer: string | null; temporarySid?: string },
): BrowserLeg {
  let session: Session | null = opened;
  let { reconnectTimeoutMs } = opened;
  let sound: SoundConnection = connect();
  let said: string | null = null;
  let browserSaid = offer;
  let watch: Timer | null = null;
  let isClosed = false;

  function connect(): SoundConnection {
    return connectSound(line, call, () =>
      said === null
        ? fail(new Error('no connection of that description'))
        : leg.close('hangup', { code: 53405, message: 'Media connection lost' }),
    );
  }

  async function answer(description: string): Promise<void> {
    try {
      browserSaid = description;
      said = await sound.answer(description);
      if (isClosed) return;
      session?.send('answer', { callsid: call.sid, sdp: said, reconnect: leg.reconnectToken });
    } catch (error) {
      fail(error);
    }
  }

  function fail(error: unknown): void {
    if (isClosed) return;
    line.journal.write({
      kind: 'debugger',
      level: 'error',
      text: `sound of the browser: ${error instanceof Error ? error.message : error}`,
      callSid: call.sid,
    });
    leg.close('hangup', { code: 53402, message: 'The description of the sound could not be applied' });
  }

  const leg: BrowserLeg = {
    call,
    reconnectToken: randomBytes(24).toString('base64url'),
    isMeant: (callSid) => callSid === call.sid || (callSid !== undefined && callSid === temporarySid),
    async invite() {
      try {
        said = await sound.offer();
      } catch (error) {
        return fail(error);
      }
      if (isClosed) return;
      session?.send('invite', {
        callsid: call.sid,
        sdp: said,
        reconnect: leg.reconnectToken,
        parameters: parametersOf(line, call),
      });
    },
    accept(description) {
      if (!call.settleRinging) return;
      browserSaid = description;
      void sound.accept(description).catch(fail);
      for (const other of legsOf(line, call)) if (other !== leg) other.close('cancel');
      call.settleRinging('answered');
    },
    reject() {
      leg.close('cancel');
      if (legsOf(line, call).length === 0) call.settleRinging?.('busy');
    },
    hangUp() {
      leg.close('hangup');
    },
    press: (keys) => call.takeDigits?.(keys),
    renegotiate: (description) => void answer(description),
    loseSession() {
      session = null;
      const lostAt = line.clock.now();
      // A browser that sends no sound for this long is taken for crashed.
      const silentForMs = line.faults.behaviours.browserGoneAfterMs;
      const lastsUntil = lostAt + Math.max(SHORTEST_WAIT_MS, reconnectTimeoutMs, silentForMs);
      const look = () => {
        const now = line.clock.now();
        if (call.answeredAt === null) return leg.close(offer === null ? 'cancel' : 'hangup');
        if (now >= lastsUntil || now - sound.lastSoundAt() >= silentForMs) return leg.close('hangup');
        watch = line.clock.after(CHECK_MS, look);
      };
      look();
    },
    resume(next, description) {
      watch?.cancel();
      session?.legs.delete(leg);
      session = next;
      reconnectTimeoutMs = next.reconnectTimeoutMs;
      next.legs.add(leg);
      if (iceOf(description) === iceOf(browserSaid))
        return next.send('answer', { callsid: call.sid, sdp: said, reconnect: leg.reconnectToken });
      sound.close();
      sound = connect();
      void answer(description);
    },
    close(message, error) {
      if (isClosed) return;
      isClosed = true;
      watch?.cancel();
      line.browserLegs.delete(leg);
      session?.legs.delete(leg);
      session?.send(message, { callsid: call.sid, ...(error ? { error } : {}) });
      sound.close();
      call.onAnswered.delete(answered);
      call.onEnded.delete(ended);
      const isLast = legsOf(line, call).length === 0;
      if (isLast && !hasEnded(call) && (message === 'hangup' || call.answeredAt !== null)) hangUp(line, call);
    },
  };

  function answered() {
    if (offer !== null) void answer(offer);
  }
  function ended() {
    leg.close(call.answeredAt === null && offer === null ? 'cancel' : 'hangup', refusalOf(call));
  }
  call.onAnswered.add(answered);
  call.onEnded.add(ended);
  opened.legs.add(leg);
  line.browserLegs.add(leg);
  return leg;
}

function parametersOf(line: Line, call: Call): Record<string, string> {
  const custom = new URLSearchParams(call.customParameters).toString();
  return {
    CallSid: call.sid,
    AccountSid: line.settings.accountSid,
    From: call.from,
    To: call.to,
    ...(custom ? { Params: custom } : {}),
  };
}

function legsOf(line: Line, call: Call): BrowserLeg[] {
  return [...line.browserLegs].filter((leg) => leg.call === call);
}

function refusalOf(call: Call): SignalError | undefined {
  if (call.answeredAt !== null || call.direction !== 'inbound') return undefined;
  if (call.status === 'busy') return { code: 31486, message: 'Busy here' };
  if (call.status === 'failed') return { code: 31603, message: 'Decline' };
  return undefined;
}

function iceOf(description: string | null): string | undefined {
  return description?.match(/^a=ice-ufrag:(.+?)\r?$/m)?.[1];
}
