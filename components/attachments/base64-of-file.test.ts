import { expect, test } from 'vitest';
import { base64OfFile } from './base64-of-file';

test('every byte of a file arrives, also beyond the first piece', async () => {
  const bytes = Uint8Array.from({ length: 0x8000 + 5 }, (_, at) => at % 256);
  const base64 = await base64OfFile(new Blob([bytes]));
  expect(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))).toEqual(bytes);
  expect(await base64OfFile(new Blob([]))).toBe('');
});
