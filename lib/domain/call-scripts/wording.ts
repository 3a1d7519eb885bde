import type { Conversation } from './conversation';

/** Words of one step: spoken in Russian whatever the language of the screen, with an English gloss (IN-1). */
export type Words = { ru: string; en: string };
/** A published version: the words of every step of one call script by its `say` key. */
export type Wording = Record<string, Words>;

/** What words may name, as the two languages write it inside braces. */
const placeholders = {
  managerName: ['имя менеджера', "manager's name", 'имя мко'],
  productName: ['название', 'product name'],
} as const;
export type Fact = keyof typeof placeholders;
export type Facts = { managerName: string; productName?: string };

/** What the words of a conversation may name. */
export const factsOf = ({ managerName, subject }: Pick<Conversation, 'managerName' | 'subject'>): Facts => ({
  managerName,
  productName: subject?.productName,
});

/** The words with {имя менеджера} and {название} filled in; other braces stay as they are. */
export function fillIn(words: Words, facts: Facts): Words {
  return { ru: fillText(words.ru, facts), en: fillText(words.en, facts) };
}

function fillText(text: string, facts: Facts): string {
  return text.replace(/\{([^{}]*)\}/g, (braces, name: string) => {
    const fact = factNamed(name);
    return (fact && facts[fact]) ?? braces;
  });
}

/** What the words of every script may name. */
export const usualFacts: readonly Fact[] = ['managerName'];

/** The braces in the text that nothing would fill: a published version has none. `facts`: what the script's words may name. */
export function unknownPlaceholders(text: string, facts: readonly Fact[] = usualFacts): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)]
    .map(([, name]) => name!)
    .filter((name) => {
      const fact = factNamed(name);
      return !fact || !facts.includes(fact);
    });
}

function factNamed(name: string): Fact | undefined {
  const wanted = name.trim().toLocaleLowerCase('ru');
  return (Object.keys(placeholders) as Fact[]).find((fact) =>
    (placeholders[fact] as readonly string[]).includes(wanted),
  );
}

/** IN-1: the greeting is said in the name of the manager. */
const factsToName: Readonly<Record<string, keyof Facts>> = { greeting: 'managerName' };

/** The fact a step's words must name and this text leaves out. */
export function unnamedFact(key: string, text: string): keyof Facts | undefined {
  const fact = factsToName[key];
  const isNamed = [...text.matchAll(/\{([^{}]*)\}/g)].some(([, name]) => factNamed(name!) === fact);
  return fact && !isNamed ? fact : undefined;
}

export type WordingProblem = {
  key: string;
  problem: 'missing' | 'empty' | 'unknownPlaceholder' | 'unnamedFact' | 'unknownKey' | 'tooLong';
};

export const longestWords = 2_000;

/** What forbids a wording to be published for a call script with these keys, whose words may name these facts. */
export function wordingProblems(
  wording: Wording,
  keys: readonly string[],
  facts: readonly Fact[] = usualFacts,
): WordingProblem[] {
  const missing = keys.filter((key) => !wording[key]).map((key) => ({ key, problem: 'missing' as const }));
  const wrong = Object.entries(wording).flatMap(([key, words]): WordingProblem[] => {
    if (!keys.includes(key)) return [{ key, problem: 'unknownKey' }];
    if (!words.ru.trim() || !words.en.trim()) return [{ key, problem: 'empty' }];
    if (words.ru.length > longestWords || words.en.length > longestWords)
      return [{ key, problem: 'tooLong' }];
    if (unknownPlaceholders(words.ru + words.en, facts).length > 0)
      return [{ key, problem: 'unknownPlaceholder' }];
    return unnamedFact(key, words.ru) || unnamedFact(key, words.en) ? [{ key, problem: 'unnamedFact' }] : [];
  });
  return [...missing, ...wrong];
}
