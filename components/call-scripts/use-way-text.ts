'use client';

import { useTranslations } from 'use-intl';
import { type RequirementList, requirementLists } from '@/lib/domain/call-scripts/requirements';
import type { Way } from '@/lib/domain/call-scripts/ways-of-step';
import { useChartWords } from './use-chart-words';

/** Where something leads, in words: on what condition, and with what filled in. */
export function useWayText(): (targets: Way['targets']) => string {
  const t = useTranslations('callScriptPage.sentences');
  const { chart } = useChartWords();
  const needsOf = (lists: readonly RequirementList[]) =>
    lists
      .map((list) =>
        list === 'route'
          ? t('everything')
          : requirementLists[list].map((requirement) => chart('fields', requirement)).join(', '),
      )
      .join(', ');
  const textOf = ({ to, conditions, requires }: Way['targets'][number]) => {
    const step = chart('steps', to);
    const condition = conditions.map((name) => chart('conditions', name)).join(', ');
    const needs = needsOf(requires);
    if (condition && needs) return t('wayIfAndNeeds', { step, condition, needs });
    if (condition) return t('wayIf', { step, condition });
    return needs ? t('wayNeeds', { step, needs }) : t('way', { step });
  };
  return (targets) => (targets.length === 0 ? t('stays') : targets.map(textOf).join('; '));
}
