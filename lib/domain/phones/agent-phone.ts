import type { LineReport } from './line-quality';

/** What happens to a browser phone. Codes are the phone provider's. */
export type PhoneEvent =
  | { type: 'registered' }
  | { type: 'unregistered' }
  | { type: 'tokenWillExpire' }
  | { type: 'failed'; code: number }
  | { type: 'devicesChanged' };

/** What happens to its call. */
export type LegEvent =
  | { type: 'joined' }
  | { type: 'ended' }
  | { type: 'failed'; code: number }
  | { type: 'reconnecting' }
  | { type: 'reconnected' }
  | { type: 'warned'; warning: string }
  | { type: 'warningCleared'; warning: string };

/** The phone's own end of a call. */
export interface PhoneLeg {
  mute(isMuted: boolean): void;
  /** Digits, `*` and `#`, sent as tones. */
  press(keys: string): void;
  hangUp(): void;
}

/** A telephone in the browser, whoever provides it. */
export interface AgentPhone {
  register(): Promise<void>;
  renew(token: string): void;
  /** @throws the provider's error with its `code`; `isStuck`: this phone dials nothing any more. */
  dial(params: Record<string, string>, onEvent: (event: LegEvent) => void): Promise<PhoneLeg>;
  /** By the browser's device id; null is the system's own choice. */
  setMicrophone(deviceId: string | null): Promise<void>;
  setSpeaker(deviceId: string | null): Promise<void>;
  close(): void;
}

export type AgentPhoneOptions = {
  token: string;
  /** Host and port of the provider's stand-in on this machine. */
  standIn: string | null;
  onEvent: (event: PhoneEvent) => void;
};

export type MakeAgentPhone = (options: AgentPhoneOptions) => Promise<AgentPhone>;

/**
 * Makes a test call, which nobody is rung by. `done` rejects with `{ code }`, the provider's, or 0 when it was stopped.
 */
export type CheckLine = (options: { token: string; standIn: string | null }) => {
  done: Promise<LineReport>;
  stop: () => void;
};

/** The fields with which a browser says for which claim it dials in; the provider's own names never begin with `x_`. */
export const dialParams = ({ callId, generation }: { callId: string; generation: number }) => ({
  x_callId: callId,
  x_claim: String(generation),
});
