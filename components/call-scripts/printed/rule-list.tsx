'use client';

import { useTranslations } from 'use-intl';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';

/** The rules that the steps name, in the words of the department. */
export function RuleList({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('callScriptPage.handbook');
  const say = t as unknown as (key: string) => string;
  return (
    <Panel title={t('ruleTitle')}>
      <DescriptionList
        entries={[...codes].sort().map((code) => ({ term: code, value: say(`rules.${code}`) }))}
      />
    </Panel>
  );
}
