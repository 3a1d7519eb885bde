'use client';

import { useTranslations } from 'use-intl';
import { useScriptWords } from './script-words';

type Props = { steps: readonly string[]; onGoBack: (step: string) => void };

/** The steps that led here; pressing one goes back to it with everything typed kept. */
export function ScriptTrail({ steps, onGoBack }: Props) {
  const t = useTranslations('desk.script');
  const words = useScriptWords();
  if (steps.length === 0) return null;
  return (
    <nav aria-label={t('trail')}>
      <ol className="flex flex-wrap items-center gap-x-1 text-sm">
        {steps.map((step, index) => (
          <li key={`${index}-${step}`} className="flex items-center gap-1">
            {index > 0 ? (
              <span aria-hidden="true" className="text-faint">
                →
              </span>
            ) : null}
            <button
              type="button"
              onClick={() => onGoBack(step)}
              className="min-h-6 rounded-sm px-1 text-accent-ink underline decoration-1 underline-offset-2 hover:decoration-2"
            >
              {words('steps', step)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
