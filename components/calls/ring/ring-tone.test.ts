import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RingTone } from './ring-tone';

/** The browser's sound, silent until the page was pressed once. */
class FakeAudio extends EventTarget {
  static wasPressed = false;
  state = 'suspended';
  currentTime = 0;
  destination = {};
  #become(state: string) {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
  async resume() {
    if (FakeAudio.wasPressed) this.#become('running');
  }
  async suspend() {
    this.#become('suspended');
  }
  createGain = () => node();
  createOscillator = () => node();
}

const parameter = () => ({
  value: 0,
  setValueAtTime() {},
  linearRampToValueAtTime() {},
  setTargetAtTime() {},
});
const node = () => {
  const made = {
    gain: parameter(),
    frequency: parameter(),
    connect: (to: unknown) => to,
    start() {},
    stop() {},
  };
  return made;
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('AudioContext', FakeAudio);
  FakeAudio.wasPressed = false;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a ring that the browser keeps silent is known to be, until the person presses', async () => {
  const tone = new RingTone();
  const seen: boolean[] = [];
  tone.watch(() => seen.push(tone.isMuted));
  expect(tone.isMuted).toBe(false);
  tone.start(60);
  expect(tone.isMuted).toBe(true);
  FakeAudio.wasPressed = true;
  tone.allow();
  expect(tone.isMuted).toBe(false);
  expect(seen).toEqual([true, false]);
  tone.stop();
  expect(tone.isMuted).toBe(false);
});

test('a call that begins to ring while the volume is tried goes on ringing', () => {
  FakeAudio.wasPressed = true;
  const tone = new RingTone();
  tone.tryOut(60);
  vi.advanceTimersByTime(500);
  tone.start(60);
  vi.advanceTimersByTime(5_000);
  expect(tone.isMuted).toBe(false);
});
