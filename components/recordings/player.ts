import { type SoundProblem, withinRecording } from './player-position';

export type PlayerState = {
  seconds: number;
  isPlaying: boolean;
  rate: number;
  problem: SoundProblem | null;
};

/** What of an audio element the player uses. */
export type Sound = Pick<EventTarget, 'addEventListener'> & {
  currentTime: number;
  playbackRate: number;
  readonly paused: boolean;
  readonly error: unknown;
  play(): Promise<void>;
  pause(): void;
  load(): void;
};

type Parts = {
  durationSeconds: number;
  /** An audio element does not tell why it got nothing: the server does. */
  whyNoSound: () => Promise<SoundProblem>;
};

const atRest: PlayerState = { seconds: 0, isPlaying: false, rate: 1, problem: null };

/** The state of one audio element, which is told what to do and says what it does. */
export class Player {
  #parts: Parts;
  #state = atRest;
  #sound: Sound | null = null;
  #listeners = new Set<() => void>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  getState = (): PlayerState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Plays on this element until the returned function is called, which silences it. */
  attach(sound: Sound): () => void {
    const listening = new AbortController();
    const { signal } = listening;
    const on = (name: string, act: () => void) => sound.addEventListener(name, act, { signal });
    const hearTime = () => this.#change({ seconds: sound.currentTime });
    on('play', () => this.#change({ isPlaying: true }));
    on('pause', () => this.#change({ isPlaying: false }));
    on('ended', () => this.#change({ isPlaying: false }));
    on('timeupdate', hearTime);
    on('seeking', hearTime);
    on('playing', () => this.#change({ problem: null }));
    on('error', () => {
      void this.#parts.whyNoSound().then((problem) => {
        if (!signal.aborted) this.#change({ problem, isPlaying: false });
      });
    });
    this.#sound = sound;
    return () => {
      listening.abort();
      this.#sound = null;
      sound.pause();
    };
  }

  toggle = (): void => {
    const sound = this.#sound;
    if (!sound) return;
    if (!sound.paused) {
      sound.pause();
      return;
    }
    // What could not be loaded is asked for once more.
    if (sound.error) sound.load();
    // A refusal is told by the element's error.
    sound.play().catch(() => this.#change({ isPlaying: false }));
  };

  /** To a moment of the recording, never outside it. */
  seek = (to: number): void => {
    const seconds = withinRecording(to, this.#parts.durationSeconds);
    if (this.#sound) this.#sound.currentTime = seconds;
    this.#change({ seconds });
  };

  setRate = (rate: number): void => {
    if (this.#sound) this.#sound.playbackRate = rate;
    this.#change({ rate });
  };

  #change(values: Partial<PlayerState>): void {
    this.#state = { ...this.#state, ...values };
    for (const listener of this.#listeners) listener();
  }
}
