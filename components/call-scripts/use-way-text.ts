'use client';

import { useTranslations } from 'use-intl';
import { type RequirementList, requirementLists } from '@/lib/domain/call-scripts/requirements';
import type { Way } from '@/lib/domain/call-scripts/ways-of-step';
import { useChartWords } from './use-chart-words';

type Target = Way['targets'][number];

/** Where something leads, in words: the first of the ways whose condition holds, and what must be filled in for it. */
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
  const wayOf = ({ to, conditions }: Target, at: number) => {
    const step = chart('steps', to);
    const condition = conditions.map((name) => chart('conditions', name)).join(', ');
    if (condition) return t('wayIf', { step, condition });
    return at > 0 ? t('wayOtherwise', { step }) : t('way', { step });
  };
  return (targets) => {
    if (targets.length === 0) return t('stays');
    const needs = targets.map(({ requires }) => needsOf(requires));
    const isSameNeed = needs.every((need) => need === needs[0]);
    const ways = targets.map((target, at) => {
      const way = wayOf(target, at);
      return needs[at] && !isSameNeed ? t('needing', { ways: way, needs: needs[at] }) : way;
    });
    const text = ways.join('; ');
    return needs[0] && isSameNeed ? t('needing', { ways: text, needs: needs[0] }) : text;
  };
}
