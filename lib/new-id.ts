import { randomFillSync } from 'node:crypto';
import { ulid } from 'ulid';

const random = new Uint8Array(4096);
let taken = random.length;

/** A ULID of this moment. The library alone would ask the system for randomness once per letter. */
export const newId = (): string => ulid(undefined, nextShare);

function nextShare(): number {
  if (taken === random.length) {
    randomFillSync(random);
    taken = 0;
  }
  return random[taken++]! / 256;
}
