'use client';

import { useTranslations } from 'use-intl';

/** Words of the chart by the names it gives: `steps.closing`, `conditions.isComplaint`; a name without words stands for itself. */
export function useChartWords() {
  const t = useTranslations();
  const has = t.has as (key: string) => boolean;
  const say = t as unknown as (key: string) => string;
  const sayOr = (key: string, otherwise: string) => (has(key) ? say(key) : otherwise);
  return {
    chart: (
      kind:
        | 'steps'
        | 'stages'
        | 'kinds'
        | 'answers'
        | 'fields'
        | 'requirements'
        | 'routes'
        | 'conditions'
        | 'effects',
      name: string,
    ) => sayOr(`callScripts.${kind}.${name}`, name),
    event: (type: string) => sayOr(`callScriptPage.events.${type}`, type),
  };
}
