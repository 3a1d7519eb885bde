import { expect, test } from 'vitest';
import { copyText } from './copy-text';

test('copying tells whether it worked, also where the page has no clipboard', async () => {
  const copied: string[] = [];
  const writeText = async (text: string) => void copied.push(text);
  expect(await copyText('+73842581234', { writeText })).toBe(true);
  expect(copied).toEqual(['+73842581234']);
  expect(await copyText('+73842581234', { writeText: () => Promise.reject(new Error('denied')) })).toBe(
    false,
  );
  expect(await copyText('+73842581234')).toBe(false);
});
