'use client';

const volume = 0.18;
const tones = {
  arrived: [660, 880, 1100],
  soon: [880, 880],
  reaction: [520, 660],
  complaint: [880, 660, 880],
} as const;
const toneSeconds = 0.14;

let audio: AudioContext | undefined;

/** A short sound of our own. Before the person has touched the page browsers keep it silent. */
export async function playLeadTone(kind: keyof typeof tones): Promise<void> {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') await audio.resume().catch(() => undefined);
  if (audio.state !== 'running') return;
  tones[kind].forEach((frequency, index) => {
    const startsAt = audio!.currentTime + index * toneSeconds * 1.4;
    const oscillator = audio!.createOscillator();
    const gain = audio!.createGain();
    oscillator.frequency.value = frequency;
    gain.gain.setValueAtTime(0, startsAt);
    gain.gain.linearRampToValueAtTime(volume, startsAt + 0.02);
    gain.gain.linearRampToValueAtTime(0, startsAt + toneSeconds);
    oscillator.connect(gain).connect(audio!.destination);
    oscillator.start(startsAt);
    oscillator.stop(startsAt + toneSeconds);
  });
}
