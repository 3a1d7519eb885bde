import { type Call, type HeardKind, hasEnded } from '../line/call.ts';
import { audibleTo } from './audible.ts';
import { FRAME_MS, type Frame, type Source, silence } from './frame.ts';
import { mix } from './mix.ts';
import { holdMusic, ringback, spokenWords, tone } from './tones.ts';

/** Carries sound between the ends of the line, 20 ms at a time, for as long as somebody listens. */
export type Exchange = {
  /** Gives the person at this end a voice; returns what takes it away. */
  speak(call: Call, voice: Source): () => void;
  /** Hears what the person at this end hears; returns what stops it. */
  listen(call: Call, ear: (frame: Frame) => void): () => void;
  /** Takes in what the person at this end says and hears; returns what stops it. */
  overhear(call: Call, take: (said: Frame, heard: Frame) => void): () => void;
  /** Lets this end sound a steady tone until its call is over; null: no more. */
  soundTone(call: Call, hz: number | null): void;
  /** Carries the next 20 ms. It is done by itself in real time, except with `isRunByHand`. */
  step(): void;
};

// Behind by more than this, time is skipped: sound that is late is of no use.
const MOST_STEPS_AT_ONCE = 5;

const PROMPTS: Partial<Record<HeardKind, () => Source>> = {
  ringback,
  say: spokenWords,
  error: spokenWords,
  play: holdMusic,
  music: holdMusic,
  hold: holdMusic,
};

export function openExchange({ isRunByHand = false } = {}): Exchange {
  const voices = new Map<Call, Set<Source>>();
  const ears = new Map<Call, Set<(frame: Frame) => void>>();
  const takers = new Map<Call, Set<(said: Frame, heard: Frame) => void>>();
  const tones = new Map<Call, () => void>();
  const prompts = new WeakMap<Call, { make: () => Source; source: Source }>();
  let timer: NodeJS.Timeout | null = null;

  function promptOf(call: Call): Frame {
    const make = PROMPTS[call.heard.at(-1)?.kind ?? 'silence'];
    if (!make || hasEnded(call)) return silence();
    let prompt = prompts.get(call);
    if (prompt?.make !== make) {
      prompt = { make, source: make() };
      prompts.set(call, prompt);
    }
    return prompt.source();
  }

  function step() {
    // Every voice is taken from, heard or not: what was said while muted must not be heard later.
    const said = new Map([...voices].map(([call, of]) => [call, mix([...of].map((voice) => voice()))]));
    for (const call of new Set([...ears.keys(), ...takers.keys()])) {
      const heard = audibleTo(call);
      const frame = heard.length > 0 ? mix(heard.flatMap((other) => said.get(other) ?? [])) : promptOf(call);
      for (const ear of ears.get(call) ?? []) ear(frame);
      for (const take of takers.get(call) ?? []) take(said.get(call) ?? silence(), frame);
    }
  }

  function run() {
    if (isRunByHand || timer) return;
    let done = 0;
    const startedAt = performance.now();
    timer = setInterval(() => {
      const due = Math.floor((performance.now() - startedAt) / FRAME_MS);
      done = Math.max(done, due - MOST_STEPS_AT_ONCE);
      for (; done < due; done++) step();
    }, FRAME_MS / 2);
  }

  /** Sound is carried as long as somebody is there for it. */
  function carriesWhile(stop: () => void): () => void {
    run();
    return () => {
      stop();
      if (ears.size > 0 || takers.size > 0 || !timer) return;
      clearInterval(timer);
      timer = null;
    };
  }

  function speak(call: Call, voice: Source): () => void {
    return add(voices, call, voice);
  }

  return {
    step,
    speak,
    listen: (call, ear) => carriesWhile(add(ears, call, ear)),
    overhear: (call, take) => carriesWhile(add(takers, call, take)),
    soundTone(call, hz) {
      tones.get(call)?.();
      if (hz === null) return;
      const fallSilent = speak(call, tone(hz));
      const stop = () => {
        fallSilent();
        tones.delete(call);
        call.onEnded.delete(stop);
      };
      tones.set(call, stop);
      call.onEnded.add(stop);
    },
  };
}

function add<V>(sets: Map<Call, Set<V>>, call: Call, value: V): () => void {
  const set = sets.get(call) ?? new Set();
  sets.set(call, set.add(value));
  return () => {
    set.delete(value);
    if (set.size === 0 && sets.get(call) === set) sets.delete(call);
  };
}
