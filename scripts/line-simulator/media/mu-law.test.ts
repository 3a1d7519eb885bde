import { expect, test } from 'vitest';
import { decodeMuLaw, encodeMuLaw } from './mu-law.ts';

test('the reference values of G.711 hold', () => {
  expect([...decodeMuLaw(Uint8Array.of(0xff, 0x7f, 0x80, 0x00, 0xf0, 0xef))]).toEqual([
    0, 0, 32_124, -32_124, 120, 132,
  ]);
  expect([...encodeMuLaw(Int16Array.of(0, 32_767, -32_768, 120, -1))]).toEqual([
    0xff, 0x80, 0x00, 0xf0, 0x7f,
  ]);
});

test('every byte but negative zero comes back as itself', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 0x7f);
  expect([...encodeMuLaw(decodeMuLaw(bytes))]).toEqual([...bytes]);
});

test('a sample comes back within a thirtieth of its size', () => {
  for (let sample = -32_000; sample <= 32_000; sample += 37) {
    const [heard] = decodeMuLaw(encodeMuLaw(Int16Array.of(sample)));
    expect(Math.abs(heard! - sample)).toBeLessThanOrEqual(Math.abs(sample) / 30 + 8);
  }
});
