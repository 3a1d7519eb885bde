import { afterEach, expect, test } from 'vitest';
import { analyse } from './listen.ts';
import { openPeer, type Peer, type PeerEvents } from './peer.ts';
import { tone } from './tones.ts';

const peers: Peer[] = [];
afterEach(() => {
  for (const peer of peers.splice(0)) peer.close();
});

function peer(events: Partial<PeerEvents> = {}): Peer {
  const opened = openPeer({ onSound() {}, onKey() {}, onLost() {}, ...events });
  peers.push(opened);
  return opened;
}

/** What the ear hears while the mouth sends a tone, as soon as there is half a second of it. */
function heard(mouth: Peer, hz: number, onHearing: (listener: (samples: Int16Array) => void) => void) {
  const source = tone(hz);
  const kept: number[] = [];
  const sending = setInterval(() => mouth.send(source()), 20);
  return new Promise<Int16Array>((resolve) => {
    onHearing((samples) => {
      kept.push(...samples);
      if (kept.length < 4_000) return;
      clearInterval(sending);
      resolve(Int16Array.from(kept));
    });
  });
}

test('two peers agree on µ-law and on keys, and hear each other', async () => {
  let onSound = (_: Int16Array) => {};
  const caller = peer();
  const callee = peer({ onSound: (samples) => onSound(samples) });
  const offer = await caller.offer();
  const answer = await callee.answer(offer);
  await caller.accept(answer);
  for (const description of [offer, answer]) {
    expect(description).toContain('a=candidate');
    expect(description).toMatch(/^m=audio \d+ \S+ 0 101\r?$/m);
  }
  const samples = await heard(caller, 700, (listener) => {
    onSound = listener;
  });
  expect(analyse(samples).tones[0]?.hz).toBe(700);
}, 15_000);

test.each([
  ['nonsense', () => 'nonsense'],
  [
    'another codec',
    (offer: string) => offer.replace('SAVPF 0 101', 'SAVPF 111').replace('0 PCMU/8000', '111 opus/48000/2'),
  ],
])('%s is not answered', async (_, spoil) => {
  const offer = spoil(await peer().offer());
  await expect(peer().answer(offer)).rejects.toThrow();
});
