/** A telephone's two-tone ring made by the browser itself: 1 s of sound, 2 s of silence, until stopped. */
export class RingTone {
  #context: AudioContext | null = null;
  #gain: GainNode | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  #deviceId: string | null = null;

  #listeners = new Set<() => void>();

  /** It rings, and the browser lets the page make no sound before the person's first press or key on it. */
  get isMuted(): boolean {
    return this.#timer !== undefined && this.#context?.state !== 'running';
  }

  /** Calls back when it may have become muted or heard. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** To be called in the person's press, which is what the browser waits for. */
  allow(): void {
    void this.#context?.resume();
  }

  /** One ring to hear the volume; a call that begins to ring meanwhile goes on. @param volume percent */
  tryOut(volume: number): void {
    this.setVolume(volume);
    if (this.#timer !== undefined) return;
    this.#burst();
    setTimeout(() => {
      if (this.#timer === undefined) void this.#context?.suspend();
    }, 1_200);
  }

  /** Rings on this sound device; null is the system's choice, which it also is when the device is gone. */
  ringOn(deviceId: string | null): void {
    this.#deviceId = deviceId;
    if (this.#context) this.#applyDevice(this.#context);
  }

  #applyDevice(context: AudioContext): void {
    const { setSinkId } = context as AudioContext & { setSinkId?: (id: string) => Promise<void> };
    setSinkId?.call(context, this.#deviceId ?? '').catch(() => setSinkId.call(context, ''));
  }

  /** @param volume percent */
  start(volume: number): void {
    this.setVolume(volume);
    if (this.#timer !== undefined) return;
    this.#burst();
    this.#timer = setInterval(() => this.#burst(), 3_000);
    this.#tell();
  }

  setVolume(volume: number): void {
    const { context, gain } = this.#open();
    gain.gain.setTargetAtTime((volume / 100) ** 2 * 0.5, context.currentTime, 0.01);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    void this.#context?.suspend();
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #open(): { context: AudioContext; gain: GainNode } {
    if (!this.#context) {
      this.#context = new AudioContext();
      if (this.#deviceId !== null) this.#applyDevice(this.#context);
    }
    if (!this.#gain) {
      this.#context.addEventListener('statechange', () => this.#tell());
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
