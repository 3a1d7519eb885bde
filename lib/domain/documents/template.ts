import type { DocumentKind } from './document';

/** A published version of a document's text: its title, and its body by lines. */
export type TemplateText = { title: string; text: string };

export const templateFacts = [
  'номер',
  'дата',
  'клиент',
  'город',
  'контактное лицо',
  'телефон',
  'договор',
  'счёт',
  'продукт',
  'сумма',
  'менеджер по продажам',
  'менеджер',
  'почта менеджера',
  'телефон менеджера',
  'курьер',
  'доставка',
] as const;
/** What a text may name in braces. */
export type TemplateFact = (typeof templateFacts)[number];
export type TemplateFacts = Record<TemplateFact, string>;

export const templateLimits = { title: 200, text: 8_000 } as const;

const isFact = (name: string): name is TemplateFact => (templateFacts as readonly string[]).includes(name);

/** Nobody fills them in by hand: where one is not known, as the number is not in an e-mail, the line that names it and nothing else is left out. */
const leftOut = ['телефон менеджера', 'номер'] as const satisfies TemplateFact[];

/** The text with everything in braces filled in; what is not known stands as a line to be filled in by hand. */
export function fillTemplate({ title, text }: TemplateText, facts: TemplateFacts): TemplateText {
  const fill = (words: string) =>
    words.replace(/\{([^{}]*)\}/g, (braces, name: string) => {
      const fact = normal(name);
      return isFact(fact) ? facts[fact] || '____________' : braces;
    });
  const lines = text
    .split('\n')
    .filter((line) => !leftOut.some((fact) => !facts[fact] && namesOnly(line, fact)));
  return { title: fill(title), text: fill(lines.join('\n')) };
}

const normal = (name: string) => name.trim().toLocaleLowerCase('ru').replaceAll(/\s+/g, ' ');

/** The braces that nothing would fill: a published text has none. */
const unknownFacts = (text: string): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!).filter((name) => !isFact(normal(name)));

/** Whether a brace stands alone: it would be printed as it is. */
const hasStrayBrace = (text: string): boolean => /[{}]/.test(text.replace(/\{[^{}]*\}/g, ''));

/** Documents that carry a number say it. */
const mustName: Partial<Record<DocumentKind, TemplateFact>> = {
  handOverAct: 'номер',
  workAct: 'номер',
  titlePage: 'договор',
};

export type TemplateProblem =
  | 'required'
  | 'tooLong'
  | 'strayBrace'
  | 'unknownFact'
  | 'numberMissing'
  | 'contractMissing';

/** What forbids a text to be published, by its field. */
export function templateProblems(
  kind: DocumentKind,
  { title, text }: TemplateText,
): Partial<Record<keyof TemplateText, TemplateProblem>> {
  const problems: Partial<Record<keyof TemplateText, TemplateProblem>> = {};
  for (const [field, words] of [
    ['title', title],
    ['text', text],
  ] as const) {
    if (!words.trim()) problems[field] = 'required';
    else if (words.length > templateLimits[field]) problems[field] = 'tooLong';
    else if (hasStrayBrace(words)) problems[field] = 'strayBrace';
    else if (unknownFacts(words).length > 0) problems[field] = 'unknownFact';
  }
  const fact = mustName[kind];
  const isNamed = fact === undefined || namesFact(`${title}\n${text}`, fact);
  if (!isNamed) problems.text ??= fact === 'номер' ? 'numberMissing' : 'contractMissing';
  return problems;
}

const namesOnly = (line: string, fact: TemplateFact) => {
  const named = namesIn(line);
  return named.length > 0 && named.every((name) => name === fact);
};

const namesFact = (words: string, fact: TemplateFact) => namesIn(words).some((name) => name === fact);

const namesIn = (words: string) => [...words.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => normal(name!));
