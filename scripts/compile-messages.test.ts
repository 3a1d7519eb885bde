import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { _createCache, _createIntlFormatters } from 'use-intl/core';
import format from 'use-intl/format-message';
import formatCompiled from 'use-intl/format-message/format-only';
import { expect, test } from 'vitest';
import { formatsOf } from '@/lib/i18n/formats';
import { LOCALES } from '@/lib/i18n/locale';
import { MESSAGES } from '@/lib/i18n/messages';
import compileMessages from './compile-messages.mjs';

type Values = Record<string, string | number | Date | ((chunks: unknown) => string)>;
type Element = ReturnType<typeof parse>[number];

const counts = [0, 1, 2, 5, 11, 21, 1234.5];

/** What a message may be given: of each count and each choice of it one set of values. */
function valuesOf(message: string): Values[] {
  const choices = new Set<string>();
  const given = (elements: Element[], count: number, choice?: string): Values =>
    Object.assign(
      {},
      ...elements.map((element): Values => {
        switch (element.type) {
          case TYPE.argument:
            return { [element.value]: '«х»' };
          case TYPE.number:
            return { [element.value]: count };
          case TYPE.date:
          case TYPE.time:
            return { [element.value]: new Date(Date.UTC(2026, 2, 4, 5, 6, 7)) };
          case TYPE.plural:
          case TYPE.select: {
            const options = Object.entries(element.options);
            if (element.type === TYPE.select) for (const [name] of options) choices.add(name);
            const inside = options.map(([, { value }]) => given(value, count, choice));
            return Object.assign({}, ...inside, {
              [element.value]: element.type === TYPE.select ? (choice ?? options[0]![0]) : count,
            });
          }
          case TYPE.tag:
            return {
              ...given(element.children, count, choice),
              [element.value]: (chunks) => `[${element.value}: ${[chunks].flat().join('')}]`,
            };
          default:
            return {};
        }
      }),
    );
  const elements = parse(message);
  given(elements, 1);
  return [undefined, ...choices].flatMap((choice) => counts.map((count) => given(elements, count, choice)));
}

type Tree = { [key: string]: string | Tree };
const textOf = (formatted: unknown) => [formatted].flat(3).join('');

test('every message reads the same, compiled or not', () => {
  const differing: string[] = [];
  let compared = 0;
  for (const locale of LOCALES) {
    const options = {
      cache: _createCache(),
      formatters: _createIntlFormatters(_createCache()),
      globalFormats: formatsOf(locale),
      locale,
      timeZone: 'Europe/Moscow',
    };
    const compare = (plain: Tree, compiled: Record<string, unknown>, place: string) => {
      for (const [key, message] of Object.entries(plain)) {
        if (typeof message !== 'string') {
          compare(message, compiled[key] as Record<string, unknown>, `${place}.${key}`);
          continue;
        }
        for (const values of valuesOf(message)) {
          compared += 1;
          const expected = textOf(format(key, message, values as never, options));
          const read = textOf(formatCompiled(key, compiled[key] as never, values as never, options));
          if (read !== expected) differing.push(`${locale}${place}.${key}: ${expected} / ${read}`);
        }
      }
    };
    compare(MESSAGES[locale] as Tree, JSON.parse(compileMessages(JSON.stringify(MESSAGES[locale]))), '');
  }
  expect(differing).toEqual([]);
  expect(compared).toBeGreaterThan(10_000);
});
