import { expect, test } from 'vitest';
import type { Call } from '../line/call.ts';
import type { Exchange } from './exchange.ts';
import { firstTone } from './first-tone.ts';
import type { Frame } from './frame.ts';
import { holdMusic, tone } from './tones.ts';

/** An end of the line that hears what it is given. */
function setUp() {
  const ears = new Set<(frame: Frame) => void>();
  const call = { onEnded: new Set<() => void>() } as unknown as Call;
  const exchange = {
    listen: (_: Call, ear: (frame: Frame) => void) => {
      ears.add(ear);
      return () => ears.delete(ear);
    },
  } as unknown as Exchange;
  const hear = (frame: Frame) => {
    for (const ear of ears) ear(frame);
  };
  return { call, exchange, hear, ears };
}

test('a tone is told from music, at the frame that begins it, once', async () => {
  const { call, exchange, hear, ears } = setUp();
  let now = 0;
  const found = firstTone(exchange, call, { hz: 1_300, withinMs: 10_000, now: () => now });
  const music = holdMusic();
  for (now = 0; now < 4_000; now += 20) hear(music());
  const sounding = tone(1_300);
  sounding();
  hear(sounding());
  now += 20;
  hear(sounding());
  expect(await found).toBe(4_000);
  expect(ears.size).toBe(0);
});

test('nothing is found when the call ends before', async () => {
  const { call, exchange } = setUp();
  const found = firstTone(exchange, call, { hz: 1_300, withinMs: 10_000, now: () => 0 });
  for (const end of call.onEnded) (end as () => void)();
  expect(await found).toBeNull();
});
