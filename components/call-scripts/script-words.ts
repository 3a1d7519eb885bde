'use client';

import { useTranslations } from 'use-intl';

type Kind = 'steps' | 'answers' | 'requirements' | 'routes' | 'fields' | 'handOverFailures';

/** Words of the call script by the names the chart gives; a name without words stands for itself. */
export function useScriptWords() {
  const t = useTranslations('callScripts');
  const has = t.has as (key: string) => boolean;
  const say = t as unknown as (key: string) => string;
  return (kind: Kind, name: string) => (has(`${kind}.${name}`) ? say(`${kind}.${name}`) : name);
}
