import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const css = fs.readFileSync(path.join(import.meta.dirname, '../../app/globals.css'), 'utf8');

const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+):\s*(?:light-dark\((#\w{6}),\s*(#\w{6})\)|(#\w{6}));/g)].map(
    ([, name, light, dark, both]) => [name, { light: light ?? both!, dark: dark ?? both! }],
  ),
);

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter! + 0.05) / (darker! + 0.05);
}

const grounds = ['canvas', 'surface', 'raised', 'sunken'];

const readable: Array<[ink: string, ground: string]> = [
  ...['ink', 'soft', 'faint', 'accent-ink', 'danger-ink'].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ...['danger', 'warn', 'good', 'info'].flatMap(
    (tone): Array<[string, string]> => [
      [`${tone}-ink`, `${tone}-tint`],
      ['ink', `${tone}-tint`],
      ['soft', `${tone}-tint`],
      [`${tone}-ink`, 'surface'],
    ],
  ),
  ['ink', 'accent-tint'],
  ['soft', 'accent-tint'],
  ['faint', 'accent-tint'],
  ['accent-ink', 'accent-tint'],
  ...['accent', 'plus', 'danger'].flatMap(
    (fill): Array<[string, string]> => [
      [`on-${fill}`, fill],
      [`on-${fill}`, `${fill}-strong`],
    ],
  ),
  ['rail-ink', 'rail'],
  ['rail-soft', 'rail'],
  ['rail-ink', 'rail-raised'],
  ...['paused', 'on-time', 'soon', 'overdue', 'done'].map((state): [string, string] => [
    `on-due-${state}`,
    `due-${state}`,
  ]),
];

const distinguishable: Array<[part: string, ground: string]> = [
  ...['edge', 'focus', 'accent', 'plus', 'danger'].flatMap((part) =>
    ['canvas', 'surface', 'raised'].map((ground): [string, string] => [part, ground]),
  ),
  ...['due-paused', 'due-on-time', 'due-soon-edge', 'due-overdue', 'due-done'].map(
    (part): [string, string] => [part, 'surface'],
  ),
];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const ratio = ([one, other]: [string, string]) =>
    Number(contrast(tokens.get(one)![theme], tokens.get(other)![theme]).toFixed(2));

  it('has text that everybody can read (4.5:1)', () => {
    expect(
      readable.map((pair) => ({ pair, ratio: ratio(pair) })).filter((found) => found.ratio < 4.5),
    ).toEqual([]);
  });

  it('has borders, focus rings and signs that everybody can see (3:1)', () => {
    expect(
      distinguishable.map((pair) => ({ pair, ratio: ratio(pair) })).filter((found) => found.ratio < 3),
    ).toEqual([]);
  });
});
