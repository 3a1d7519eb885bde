import { expect, test } from 'vitest';
import { decodeFile } from './decode-file';

test('a file of a Russian office program is read whatever its encoding', () => {
  const utf8 = new TextEncoder().encode('Название').buffer as ArrayBuffer;
  expect(decodeFile(utf8)).toEqual({ text: 'Название', encoding: 'utf-8' });
  const windows = new Uint8Array([0xcd, 0xe0, 0xe7, 0xe2, 0xe0, 0xed, 0xe8, 0xe5]).buffer;
  expect(decodeFile(windows)).toEqual({ text: 'Название', encoding: 'windows-1251' });
});
