import type { Words } from '@/lib/domain/call-scripts/wording';

/** What is said at a step: in Russian, with the English gloss. */
export function PrintedWords({ words }: { words: Words | undefined }) {
  if (!words) return '—';
  return (
    <blockquote className="border-line border-l-2 pl-3">
      <span lang="ru" className="block whitespace-pre-line font-medium">
        {words.ru}
      </span>
      <span lang="en" className="block whitespace-pre-line text-soft text-sm">
        {words.en}
      </span>
    </blockquote>
  );
}
