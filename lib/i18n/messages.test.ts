import fs from 'node:fs';
import path from 'node:path';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { LOCALES } from './locale';
import { MESSAGES } from './messages';

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Array<[key: string, message: string]> {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  );
}

type Element = ReturnType<typeof parse>[number];

function elementsOf(elements: Element[]): Element[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return [element, ...Object.values(element.options).flatMap((option) => elementsOf(option.value))];
    return element.type === TYPE.tag ? [element, ...elementsOf(element.children)] : [element];
  });
}

function argumentsOf(message: string): string[] {
  const names = elementsOf(parse(message)).flatMap((element) =>
    element.type === TYPE.literal || element.type === TYPE.pound
      ? []
      : [element.type === TYPE.tag ? `<${element.value}>` : element.value],
  );
  return [...new Set(names)].sort();
}

const messages = {
  ru: new Map(flatten(MESSAGES.ru as Tree)),
  en: new Map(flatten(MESSAGES.en as Tree)),
};

describe('the messages of the product', () => {
  it('say the same things in Russian and in English', () => {
    expect([...messages.en.keys()].sort()).toEqual([...messages.ru.keys()].sort());
  });

  it('are never empty', () => {
    const empty = LOCALES.flatMap((locale) =>
      [...messages[locale]].filter(([, message]) => message.trim() === '').map(([key]) => `${locale} ${key}`),
    );
    expect(empty).toEqual([]);
  });

  it('are well-formed and take the same values in both languages', () => {
    const differing = [...messages.ru]
      .map(([key, message]) => ({ key, ru: argumentsOf(message), en: argumentsOf(messages.en.get(key)!) }))
      .filter(({ ru, en }) => ru.join() !== en.join());
    expect(differing).toEqual([]);
  });

  it('quote in English as English does, but for Russian names', () => {
    const guillemets = [...messages.en]
      .filter(([, message]) => /[«»]/.test(message.replace(/«[А-ЯЁ][^»]*»/g, '')))
      .map(([key]) => key);
    expect(guillemets).toEqual([]);
  });

  it('have all the plural forms of their language', () => {
    const forms = { ru: ['few', 'many', 'one', 'other'], en: ['one', 'other'] };
    const incomplete = LOCALES.flatMap((locale) =>
      [...messages[locale]].flatMap(([key, message]) =>
        elementsOf(parse(message))
          .filter((element) => element.type === TYPE.plural)
          .filter((element) => !forms[locale].every((form) => form in element.options))
          .map(() => `${locale} ${key}`),
      ),
    );
    expect(incomplete).toEqual([]);
  });

  it('reach the screen: every file of a language is assembled', () => {
    for (const locale of LOCALES) {
      const folder = path.join(import.meta.dirname, 'messages', locale);
      const nouns = fs.readdirSync(folder).map((file) => path.basename(file, '.json'));
      expect(Object.keys(MESSAGES[locale]).sort()).toEqual(nouns.sort());
    }
  });
});
