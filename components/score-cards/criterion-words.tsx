'use client';

import { useTranslations } from 'use-intl';
import { PrintedWords } from '@/components/call-scripts/printed/printed-words';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import type { CriterionView } from '@/lib/domain/score-cards/score-card-views';

/** One line that says what a criterion asks. */
export function useCriterionText() {
  const t = useTranslations('callScriptPage.checklist');
  const { chart } = useChartWords();
  return ({ kind, step: id, fields, answers }: CriterionView): string => {
    const step = chart('steps', id);
    switch (kind) {
      case 'verbatim':
      case 'bySense':
        return t(kind, { step });
      case 'filled':
        return t(kind, { step, fields: fields.map((field) => chart('fields', field)).join(', ') });
      case 'chosen':
        return t(kind, { step, answers: answers.map((answer) => chart('answers', answer)).join(' / ') });
    }
  };
}

/** What a criterion asks, with the words that were to be said. */
export function CriterionWords({ criterion, id }: { criterion: CriterionView; id?: string }) {
  const textOf = useCriterionText();
  return (
    <div className="min-w-0 flex-1 basis-72 [overflow-wrap:anywhere]">
      <p id={id} className="font-medium">
        {textOf(criterion)}
      </p>
      {criterion.words ? <PrintedWords words={criterion.words} /> : null}
    </div>
  );
}
