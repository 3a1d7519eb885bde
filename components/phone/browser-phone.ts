import {
  type AgentPhone,
  dialParams,
  type LegEvent,
  type MakeAgentPhone,
  type PhoneEvent,
  type PhoneLeg,
} from '@/lib/domain/phones/agent-phone';
import type { PhoneToken } from '@/lib/domain/phones/phone.contract';
import {
  microphoneProblemOf,
  type PhoneProblem,
  type PhoneWarning,
  phoneProblemOf,
  phoneWarningOf,
} from '@/lib/domain/phones/phone-problem';

/** A claim that the browser dials in for. */
export type BrowserClaim = { callId: string; generation: number };

export type BrowserPhoneState = {
  /** `elsewhere`: another tab of this browser holds the phone. */
  shift: 'off' | 'starting' | 'on' | 'elsewhere';
  /** Whether the provider knows this phone just now. */
  isRegistered: boolean;
  leg: 'none' | 'dialling' | 'talking' | 'reconnecting';
  /** The call of the leg, and which claim of it. */
  callId: string | null;
  generation: number | null;
  isMuted: boolean;
  problem: PhoneProblem | null;
  warnings: readonly PhoneWarning[];
  /** Counts the changes of what is plugged in. */
  devicesVersion: number;
};

export type PhoneDevices = { microphone: string | null; speaker: string | null };

/** What the phone needs from outside: the server, the provider, the browser. */
export type BrowserPhoneParts = {
  fetchToken: () => Promise<PhoneToken>;
  makePhone: MakeAgentPhone;
  /** @throws an error named as the browser names it when there is no microphone to be had. */
  openMicrophone: (deviceId: string | null) => Promise<void>;
  /** Whether the browser would refuse the microphone now, as far as it tells without being asked for it. */
  isMicrophoneRefused: () => Promise<boolean>;
  /** Takes the one phone of this browser; null while another tab holds it. `onLost`: it was taken over there. */
  takeLock: (onLost: () => void, isForced: boolean) => Promise<(() => void) | null>;
  devices: () => PhoneDevices;
  now: () => number;
  setTimer: (run: () => void, ms: number) => () => void;
};

const idle: BrowserPhoneState = {
  shift: 'off',
  isRegistered: false,
  leg: 'none',
  callId: null,
  generation: null,
  isMuted: false,
  problem: null,
  warnings: [],
  devicesVersion: 0,
};

/** A token is renewed when this much of its life is over. */
const renewAt = 0.75;
const renewAgainMs = 30_000;

/**
 * The telephone of one tab through a shift: from the press that starts it, over tokens renewed and calls dialled into, to
 * its end. One call at a time; a claim is dialled for once unless it is asked for again.
 */
export class BrowserPhone {
  #parts: BrowserPhoneParts;
  #state = idle;
  #listeners = new Set<() => void>();
  #phone: AgentPhone | null = null;
  #leg: PhoneLeg | null = null;
  #release: (() => void) | null = null;
  #stopRenewal: (() => void) | null = null;
  #isRenewalDue = false;
  #dialled = new Set<string>();
  #isHangingUp = false;
  #shiftNumber = 0;
  #starting = Promise.resolve(false);

  constructor(parts: BrowserPhoneParts) {
    this.#parts = parts;
  }

  getState = (): BrowserPhoneState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * To be called in the person's press, which browsers wait for. `isForced` takes the phone over from another tab.
   * Returns whether this tab's phone is ready; `problem` says why not. Asked while it begins, it is the same beginning.
   */
  start({ isForced = false } = {}): Promise<boolean> {
    if (this.#state.shift === 'on') return this.#mayStillSpeak();
    if (this.#state.shift !== 'starting') this.#starting = this.#begin(isForced);
    return this.#starting;
  }

  /** The microphone may be refused in the middle of a shift, in the browser's own settings. */
  async #mayStillSpeak(): Promise<boolean> {
    if (this.#state.leg !== 'none' || !(await this.#parts.isMicrophoneRefused())) return true;
    this.#change({ problem: 'microphoneDenied' });
    return false;
  }

  async #begin(isForced: boolean): Promise<boolean> {
    this.#shiftNumber += 1;
    const shiftNumber = this.#shiftNumber;
    this.#change({ shift: 'starting', problem: null });
    try {
      await this.#parts.openMicrophone(this.#parts.devices().microphone);
    } catch (error) {
      return this.#failToStart(microphoneProblemOf(nameOf(error)));
    }
    const release = await this.#parts.takeLock(() => this.#lose(), isForced);
    if (shiftNumber !== this.#shiftNumber) {
      release?.();
      return false;
    }
    if (!release) {
      this.#change({ shift: 'elsewhere' });
      return false;
    }
    this.#release = release;
    try {
      await this.#open(shiftNumber);
    } catch (error) {
      if (shiftNumber !== this.#shiftNumber) return false;
      this.#close();
      return this.#failToStart(problemOf(error));
    }
    this.#change({ shift: 'on' });
    return true;
  }

  /** Ends the shift here. A call under way is hung up: the caller is offered to others. */
  stop(): void {
    this.#shiftNumber += 1;
    this.#leg?.hangUp();
    this.#close();
    this.#change({ ...idle });
  }

  /** Another tab took or gave up the phone. */
  hearOfOtherTab(holdsPhone: boolean): void {
    if (this.#state.shift === 'off' && holdsPhone) this.#change({ shift: 'elsewhere' });
    if (this.#state.shift === 'elsewhere' && !holdsPhone) this.#change({ shift: 'off' });
  }

  /** Dials in for a claim; one dialled for before is left alone unless `isAgain`. */
  async dial(claim: BrowserClaim, { isAgain = false } = {}): Promise<void> {
    const key = `${claim.callId}:${claim.generation}`;
    if (!this.#phone || this.#state.shift !== 'on' || this.#state.leg !== 'none') return;
    if (this.#dialled.has(key) && !isAgain) return;
    this.#dialled.add(key);
    this.#isHangingUp = false;
    this.#change({ leg: 'dialling', ...claim, problem: null, isMuted: false, warnings: [] });
    let isOver = false;
    const end = (problem: PhoneProblem | null) => {
      isOver = true;
      this.#endLeg(problem);
    };
    try {
      const leg = await this.#phone.dial(dialParams(claim), (event) => {
        if (isOver) return;
        const isDialling = this.#state.leg === 'dialling';
        const isRefused = isDialling && !this.#isHangingUp;
        if (event.type === 'ended') end(this.#state.problem ?? (isRefused ? 'callRefused' : null));
        else if (event.type === 'failed' && isDialling) end(phoneProblemOf(event.code));
        else this.#hearLeg(event);
      });
      if (!isOver) this.#leg = leg;
      if (isOver || this.#isHangingUp) leg.hangUp();
    } catch (error) {
      if (!isOver) end(problemOf(error));
      if (isStuck(error)) await this.#reopen();
    }
  }

  /** Leaves the call, which goes on without this person; one that is still dialled for is left as soon as it is there. */
  hangUp(): void {
    if (this.#state.leg === 'none') return;
    this.#isHangingUp = true;
    this.#leg?.hangUp();
  }

  mute(isMuted: boolean): void {
    if (!this.#leg) return;
    this.#leg.mute(isMuted);
    this.#change({ isMuted });
  }

  press(keys: string): void {
    this.#leg?.press(keys);
  }

  /** The chosen devices were changed. @throws never: what cannot be used becomes `problem`. */
  async applyDevices(): Promise<void> {
    const { microphone, speaker } = this.#parts.devices();
    try {
      await this.#phone?.setSpeaker(speaker);
      await this.#phone?.setMicrophone(microphone);
      if (this.#state.problem === 'microphoneMissing') this.#change({ problem: null });
    } catch (error) {
      this.#change({ problem: microphoneProblemOf(nameOf(error)) });
    }
  }

  dismissProblem(): void {
    this.#change({ problem: null });
  }

  async #open(shiftNumber: number): Promise<void> {
    const { token, standIn, expiresAt } = await this.#fetchToken();
    const phone = await this.#parts.makePhone({ token, standIn, onEvent: (event) => this.#hear(event) });
    if (shiftNumber !== this.#shiftNumber) {
      phone.close();
      throw new ShiftOver();
    }
    this.#phone = phone;
    await phone.register();
    if (shiftNumber !== this.#shiftNumber) throw new ShiftOver();
    await this.applyDevices();
    this.#renewBefore(expiresAt);
  }

  /** Another phone takes the place of one that dials nothing any more. */
  async #reopen(): Promise<void> {
    const shiftNumber = this.#shiftNumber;
    this.#stopRenewal?.();
    this.#phone?.close();
    this.#phone = null;
    this.#change({ isRegistered: false });
    try {
      await this.#open(shiftNumber);
    } catch (error) {
      if (shiftNumber !== this.#shiftNumber) return;
      this.#change({ problem: problemOf(error) });
      this.#stopRenewal = this.#parts.setTimer(() => void this.#reopen(), renewAgainMs);
    }
  }

  async #fetchToken() {
    const { token, ...rest } = await this.#parts.fetchToken();
    if (token === null) throw new NoToken();
    return { token, ...rest };
  }

  #renewBefore(expiresAt: number): void {
    this.#stopRenewal?.();
    const delayMs = Math.max(renewAgainMs, (expiresAt - this.#parts.now()) * renewAt);
    this.#stopRenewal = this.#parts.setTimer(() => {
      // A renewal can cost a second of sound: it waits for the end of a call.
      if (this.#state.leg === 'none') void this.#renew();
      else this.#isRenewalDue = true;
    }, delayMs);
  }

  async #renew(): Promise<void> {
    this.#isRenewalDue = false;
    const phone = this.#phone;
    try {
      const { token, expiresAt } = await this.#fetchToken();
      if (phone !== this.#phone) return;
      phone?.renew(token);
      if (this.#state.problem === 'noToken' || this.#state.problem === 'tokenExpired') {
        this.#change({ problem: null });
      }
      this.#renewBefore(expiresAt);
    } catch (error) {
      if (phone !== this.#phone) return;
      this.#change({ problem: problemOf(error) });
      this.#stopRenewal?.();
      this.#stopRenewal = this.#parts.setTimer(() => void this.#renew(), renewAgainMs);
    }
  }

  #hear(event: PhoneEvent): void {
    switch (event.type) {
      case 'registered':
        this.#change({
          isRegistered: true,
          ...(this.#state.problem === 'noLine' && { problem: null }),
        });
        return;
      case 'unregistered':
        this.#change({ isRegistered: false });
        return;
      case 'devicesChanged':
        this.#change({ devicesVersion: this.#state.devicesVersion + 1 });
        return;
      case 'tokenWillExpire':
        void this.#renew();
        return;
      case 'failed': {
        const problem = phoneProblemOf(event.code);
        this.#change({ problem });
        if (problem === 'tokenExpired' && this.#state.shift === 'on') void this.#renew();
      }
    }
  }

  #hearLeg(event: Exclude<LegEvent, { type: 'ended' }>): void {
    switch (event.type) {
      case 'joined':
      case 'reconnected':
        this.#change({ leg: 'talking', problem: null });
        return;
      case 'reconnecting':
        this.#change({ leg: 'reconnecting' });
        return;
      case 'failed':
        this.#change({ problem: phoneProblemOf(event.code) });
        return;
      case 'warned': {
        const warning = phoneWarningOf(event.warning);
        if (warning && !this.#state.warnings.includes(warning)) {
          this.#change({ warnings: [...this.#state.warnings, warning] });
        }
        return;
      }
      case 'warningCleared': {
        const cleared = phoneWarningOf(event.warning);
        this.#change({ warnings: this.#state.warnings.filter((warning) => warning !== cleared) });
      }
    }
  }

  #endLeg(problem: PhoneProblem | null): void {
    this.#leg = null;
    this.#change({ leg: 'none', callId: null, generation: null, isMuted: false, warnings: [], problem });
    if (this.#isRenewalDue || problem === 'tokenExpired') void this.#renew();
  }

  #lose(): void {
    this.#shiftNumber += 1;
    this.#release = null;
    this.#close();
    this.#change({ ...idle, shift: 'elsewhere' });
  }

  #failToStart(problem: PhoneProblem): false {
    this.#change({ shift: 'off', problem });
    return false;
  }

  #close(): void {
    this.#stopRenewal?.();
    this.#stopRenewal = null;
    this.#isRenewalDue = false;
    this.#leg = null;
    this.#phone?.close();
    this.#phone = null;
    this.#release?.();
    this.#release = null;
  }

  #change(change: Partial<BrowserPhoneState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

class NoToken extends Error {}
class ShiftOver extends Error {}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '');

/** The provider's phone still waits for its last call to begin, and takes no other. */
const isStuck = (error: unknown) =>
  (error as { isStuck?: unknown } | null)?.isStuck === true || nameOf(error) === 'InvalidStateError';

/** The provider's errors carry a code; whatever else went wrong while a token was asked for is ours. */
function problemOf(error: unknown): PhoneProblem {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'number') return phoneProblemOf(code);
  if (nameOf(error) === 'InvalidStateError') return 'noLine';
  if ((error as { name?: string } | null)?.name === 'NotSupportedError') return 'notSupported';
  return 'noToken';
}
