import { expect, test } from 'vitest';
import { FRAME_SAMPLES, type Source, silence } from './frame.ts';
import { analyse, levelOf } from './listen.ts';
import { mix } from './mix.ts';
import { decodeMuLaw, encodeMuLaw } from './mu-law.ts';
import { holdMusic, ringback, spokenWords, tone } from './tones.ts';

function listenTo(source: Source, frames = 25): Int16Array {
  const samples = new Int16Array(frames * FRAME_SAMPLES);
  for (let index = 0; index < frames; index++) samples.set(source(), index * FRAME_SAMPLES);
  return samples;
}

const tonesOf = (source: Source) => analyse(listenTo(source)).tones.map(({ hz }) => hz);

test('a tone is found where it is, and nowhere else', () => {
  const samples = listenTo(tone(700));
  expect(levelOf(samples, 700)).toBeGreaterThan(-20);
  expect(levelOf(samples, 1_400)).toBeLessThan(-60);
  expect(tonesOf(tone(700))).toEqual([700]);
});

test('a full-scale sine is the measure of loudness', () => {
  const samples = Int16Array.from({ length: 8_000 }, (_, index) =>
    Math.round(32_767 * Math.sin((2 * Math.PI * 1_000 * index) / 8_000)),
  );
  expect(levelOf(samples, 1_000)).toBeCloseTo(0, 1);
  expect(analyse(samples).levelDb).toBeCloseTo(0, 1);
});

test('two who speak at once are both heard', () => {
  const [one, other] = [tone(500), tone(900)];
  expect(tonesOf(() => mix([one(), other()])).sort()).toEqual([500, 900]);
});

test('the telephone line keeps a tone as it was', () => {
  const source = tone(1_250);
  expect(tonesOf(() => decodeMuLaw(encodeMuLaw(source())))).toEqual([1_250]);
});

test('silence has no tones, and music, words and ringing are told apart', () => {
  expect(analyse(listenTo(silence))).toEqual({ levelDb: -96, tones: [] });
  expect(analyse(new Int16Array(0))).toEqual({ levelDb: -96, tones: [] });
  expect(Math.abs(tonesOf(ringback())[0]! - 425)).toBeLessThan(10);
  expect(Math.max(...tonesOf(spokenWords()))).toBeLessThan(400);
  expect(Math.max(...tonesOf(holdMusic()))).toBeGreaterThan(500);
});

test('sound goes on from frame to frame without a jump', () => {
  const samples = listenTo(holdMusic(), 200);
  const steps = samples.slice(1).map((sample, index) => Math.abs(sample - samples[index]!));
  expect(Math.max(...steps)).toBeLessThan(4_500);
  expect(Math.max(...samples)).toBeGreaterThan(4_000);
});
