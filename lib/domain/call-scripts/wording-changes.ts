import type { Wording, Words } from './wording';

/** What one step said in one version and says in another; null where a version has no words for it. */
export type WordsChange = { key: string; before: Words | null; after: Words | null };

/** What changed between two versions, step by step in the order of the later one. */
export function wordingChanges(before: Wording, after: Wording): WordsChange[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return keys
    .map((key) => ({ key, before: before[key] ?? null, after: after[key] ?? null }))
    .filter((change) => change.before?.ru !== change.after?.ru || change.before?.en !== change.after?.en);
}

/** The words as they are published: without blanks at their ends. */
export const trimmedWording = (wording: Wording): Wording =>
  Object.fromEntries(
    Object.entries(wording).map(([key, { ru, en }]) => [key, { ru: ru.trim(), en: en.trim() }]),
  );
