import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { WORDING } from './wording.js';

function keysOf(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [prefix + key] : keysOf(inner, `${prefix}${key}/`),
  );
}

test('both languages say the same things, and nothing is left empty', () => {
  expect(keysOf(WORDING.en)).toEqual(keysOf(WORDING.ru));
  expect(JSON.stringify(WORDING)).not.toContain('""');
});

test('the page asks only for wording that there is', () => {
  const page = readFileSync(new URL('index.html', import.meta.url), 'utf8');
  const asked = [...page.matchAll(/data-(?:word|label)="([^"]+)"/g)].map(([, key]) => key);
  expect(asked.length).toBeGreaterThan(30);
  expect(asked.filter((key) => !keysOf(WORDING.ru).includes(key!))).toEqual([]);
  for (const [, key, text] of page.matchAll(/data-word="([^"]+)"[^>]*>([^<]+)</g))
    expect(text!.trim().replaceAll('&lt;', '<').replaceAll('&gt;', '>').replace(/\s+/g, ' ')).toBe(
      WORDING.ru[key as 'title'],
    );
  const options = [...page.matchAll(/data-options="([^"]+)"/g)].map(([, key]) => key!);
  expect(options.filter((key) => !(key in WORDING.ru.options))).toEqual([]);
});
