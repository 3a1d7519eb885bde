'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Panel } from '@/components/ui/panel';
import { SelectField } from '@/components/ui/select-field';
import { useErrorWords } from '@/components/use-error-words';
import {
  type ImportField,
  importFields,
  importMappingSchema,
} from '@/lib/domain/counterparties/import-columns';
import type { ImportMapping } from './import-mapping';

type Props = {
  titles: readonly string[];
  chosen: ImportMapping;
  onChange: (chosen: ImportMapping) => void;
  busy: boolean;
  onCheck: () => void;
};

/** What each column of the file holds, as guessed and as corrected. */
export function ImportMappingPanel({ titles, chosen, onChange, busy, onCheck }: Props) {
  const t = useTranslations('import');
  const words = useErrorWords();
  const checked = importMappingSchema.safeParse(chosen);
  const choose = (column: number, field: ImportField | '') => {
    const { [column]: _, ...others } = chosen;
    onChange(field === '' ? others : { ...others, [column]: field });
  };
  return (
    <Panel
      title={t('mapping')}
      actions={
        <Button busy={busy} disabled={!checked.success} onClick={onCheck}>
          {t('check')}
        </Button>
      }
    >
      <p className="mb-3 text-soft">{t('mappingHint')}</p>
      {checked.success ? null : (
        <InlineAlert tone="warning" className="mb-3">
          {words.ofField(checked.error.issues[0]!.message)}
        </InlineAlert>
      )}
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        {titles.map((title, column) => (
          <SelectField<ImportField | ''>
            key={column}
            label={title || `${column + 1}`}
            options={[
              { value: '', label: t('skip') },
              ...importFields.map((field) => ({ value: field, label: t(`fields.${field}`) })),
            ]}
            value={chosen[column] ?? ''}
            onValueChange={(field) => choose(column, field)}
          />
        ))}
      </div>
    </Panel>
  );
}
