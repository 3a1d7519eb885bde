/** A telephone's two-tone ring made by the browser itself: 1 s of sound, 2 s of silence, until stopped. */
export class RingTone {
  #context: AudioContext | null = null;
  #gain: GainNode | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Whether the browser lets the page sound; it does after the person's first press or key on it. */
  get isAllowed(): boolean {
    return this.#context?.state === 'running';
  }

  /** @param volume percent */
  start(volume: number): void {
    this.setVolume(volume);
    if (this.#timer !== undefined) return;
    this.#burst();
    this.#timer = setInterval(() => this.#burst(), 3_000);
  }

  setVolume(volume: number): void {
    const { context, gain } = this.#open();
    gain.gain.setTargetAtTime((volume / 100) ** 2 * 0.5, context.currentTime, 0.01);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    void this.#context?.suspend();
  }

  #open(): { context: AudioContext; gain: GainNode } {
    this.#context ??= new AudioContext();
    if (!this.#gain) {
      this.#gain = this.#context.createGain();
      this.#gain.connect(this.#context.destination);
    }
    return { context: this.#context, gain: this.#gain };
  }

  #burst(): void {
    const { context, gain } = this.#open();
    void context.resume();
    for (const [at, frequency] of [
      [0, 660],
      [0.25, 880],
      [0.5, 660],
      [0.75, 880],
    ] as const) {
      const tone = context.createOscillator();
      const shape = context.createGain();
      const from = context.currentTime + at;
      tone.frequency.value = frequency;
      shape.gain.setValueAtTime(0, from);
      shape.gain.linearRampToValueAtTime(1, from + 0.02);
      shape.gain.linearRampToValueAtTime(0, from + 0.23);
      tone.connect(shape).connect(gain);
      tone.start(from);
      tone.stop(from + 0.25);
    }
  }
}
