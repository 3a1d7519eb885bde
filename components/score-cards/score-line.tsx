'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { Score } from '@/lib/domain/score-cards/score-card';

/** The result with its formula: «83 %: «да» у 5 из 6 применимых пунктов». */
export function ScoreLine({ score: { yes, applicable, percent } }: { score: Score }) {
  const t = useTranslations('scoreCards');
  const format = useFormatter();
  return (
    <p>
      <strong className="text-lg tabular-nums">
        {percent === null ? '—' : format.number(percent / 100, { style: 'percent' })}
      </strong>{' '}
      <span className="text-soft">
        {percent === null ? t('score.none') : t('score.formula', { yes, applicable })}
      </span>
    </p>
  );
}
