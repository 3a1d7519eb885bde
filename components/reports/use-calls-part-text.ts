'use client';

import { useTranslations } from 'use-intl';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import { useDepartmentName } from '@/components/reactions/department-name';
import type { DepartmentName } from '@/lib/domain/reactions/reaction-views';
import { type CallsPart, none } from '@/lib/domain/reports/calls-part';
import { useCallEndWords } from './use-call-end-words';
import { useWeekdayName } from './use-weekday-name';

/** What a part of the calls is narrowed to, one text for each of it. */
export function useCallsPartText(departments: readonly DepartmentName[]): (part: CallsPart) => string[] {
  const t = useTranslations('reports');
  const routes = useTranslations('callScripts.routes');
  const chart = useChartWords();
  const departmentName = useDepartmentName();
  const endWords = useCallEndWords();
  const weekdayName = useWeekdayName();
  return ({ weekday, hour, route, handedOverTo, end, step }) => {
    const department = departments.find(({ id }) => id === handedOverTo);
    return [
      weekday === undefined ? null : weekdayName(weekday, 'long'),
      hour === undefined ? null : t('calls.hour', { hour: String(hour), next: String(hour + 1) }),
      route === undefined ? null : route === none ? t('ways.noRoute') : routes(route),
      handedOverTo === undefined
        ? null
        : handedOverTo === none
          ? t('ways.noHandOver')
          : department
            ? t('rows.handedOverTo', { department: departmentName(department) })
            : t('rows.handedOver'),
      end === undefined ? null : endWords(end),
      step === undefined ? null : t('rows.step', { step: chart.chart('steps', step) }),
    ].filter((text) => text !== null);
  };
}
