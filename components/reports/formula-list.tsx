'use client';

import { useTranslations } from 'use-intl';
import { DescriptionList } from '@/components/ui/description-list';

export type NamedFormula = { name: string; text: string };

/** The formulas of a table, written under it where there is no place beside its heads: on a phone and on paper. */
export function FormulaList({ formulas }: { formulas: readonly NamedFormula[] }) {
  const t = useTranslations('reports');
  const list = (
    <DescriptionList stacked entries={formulas.map(({ name, text }) => ({ term: name, value: text }))} />
  );
  return (
    <>
      <details className="p-3 desk:hidden print:hidden">
        <summary className="cursor-pointer text-soft">{t('formulaList')}</summary>
        <div className="pt-2 text-sm">{list}</div>
      </details>
      <div className="hidden p-3 text-xs print:block">{list}</div>
    </>
  );
}
