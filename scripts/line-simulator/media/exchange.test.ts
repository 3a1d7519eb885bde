import { expect, test } from 'vitest';
import { type Call, type HeardKind, newCall } from '../line/call.ts';
import { openExchange } from './exchange.ts';
import { FRAME_SAMPLES, silence } from './frame.ts';
import { analyse } from './listen.ts';
import { holdMusic, tone } from './tones.ts';

const exchange = openExchange({ isRunByHand: true });

function end(sid: string): Call {
  return newCall({ sid, direction: 'inbound', from: sid, to: '', createdAt: 0 });
}

function bridged(): [Call, Call] {
  const [one, other] = [end('CA1'), end('CA2')];
  one.bridgedTo = other;
  other.bridgedTo = one;
  return [one, other];
}

function hear(call: Call, kind: HeardKind): void {
  call.heard.push({ at: 0, kind, verb: null, text: '' });
}

function heardBy(call: Call, frames: number): Int16Array {
  const heard: number[] = [];
  const stop = exchange.listen(call, (frame) => heard.push(...frame));
  for (let count = 0; count < frames; count++) exchange.step();
  stop();
  return Int16Array.from(heard);
}

const tonesBy = (call: Call) => analyse(heardBy(call, 25)).tones.map(({ hz }) => hz);

test('two who are put through hear each other and not themselves', () => {
  const [one, other] = bridged();
  const fallSilent = exchange.speak(one, tone(600));
  exchange.speak(other, tone(900));
  expect([tonesBy(one), tonesBy(other)]).toEqual([[900], [600]]);
  fallSilent();
  expect(tonesBy(other)).toEqual([]);
});

test('a voice is taken from although nobody hears it: what was said meanwhile is not heard later', () => {
  const [one, other] = bridged();
  let said = 0;
  exchange.speak(one, () => {
    said++;
    return silence();
  });
  other.bridgedTo = null;
  heardBy(other, 25);
  expect(said).toBe(25);
});

test('an end that talks to nobody hears what its call brings it, and music goes on from one to the next', () => {
  const call = end('CA1');
  hear(call, 'say');
  expect(Math.max(...tonesBy(call))).toBeLessThan(400);
  hear(call, 'pause');
  expect(tonesBy(call)).toEqual([]);
  hear(call, 'play');
  const before = heardBy(call, 25);
  hear(call, 'hold');
  const after = heardBy(call, 25);
  const music = holdMusic();
  const expected = Array.from({ length: 50 }, () => [...music()]).flat();
  expect([...before, ...after]).toEqual(expected);
  call.endedAt = 1;
  expect(tonesBy(call)).toEqual([]);
});

test('a tone lasts until another, silence, or the end of the call', () => {
  const [one, other] = bridged();
  exchange.soundTone(one, 600);
  exchange.soundTone(one, 800);
  expect(tonesBy(other)).toEqual([800]);
  exchange.soundTone(one, null);
  expect(tonesBy(other)).toEqual([]);
  exchange.soundTone(one, 800);
  for (const listener of one.onEnded) listener();
  expect(tonesBy(other)).toEqual([]);
});

test('by itself it runs in real time', async () => {
  const running = openExchange();
  const call = end('CA1');
  let heard = 0;
  const startedAt = performance.now();
  await new Promise<void>((resolve) => {
    const stop = running.listen(call, (frame) => {
      heard += frame.length;
      if (heard < 10 * FRAME_SAMPLES) return;
      stop();
      resolve();
    });
  });
  expect(performance.now() - startedAt).toBeGreaterThan(190);
});
