'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Panel } from '@/components/ui/panel';
import { SelectField } from '@/components/ui/select-field';
import { useErrorWords } from '@/components/use-error-words';
import { ownFieldKey } from '@/lib/domain/counterparties/own-field';
import { fieldsOfKind, type ImportField, mappingProblem } from '@/lib/domain/imports/import-fields';
import type { ImportKind } from '@/lib/domain/imports/import-kind';
import type { ImportPreview } from '@/lib/domain/imports/imports.contract';
import type { ImportMapping } from './import-mapping';
import { useImportWords } from './use-import-words';

type Props = {
  kind: ImportKind;
  isRemembered: boolean;
  titles: readonly string[];
  ownFields: ImportPreview['ownFields'];
  chosen: ImportMapping;
  onChange: (chosen: ImportMapping) => void;
  busy: boolean;
  onCheck: () => void;
};

/** What each column of the file holds, as guessed and as corrected. */
export function ImportMappingPanel({
  kind,
  isRemembered,
  titles,
  ownFields,
  chosen,
  onChange,
  busy,
  onCheck,
}: Props) {
  const t = useTranslations('import');
  const words = useErrorWords();
  const { ofField } = useImportWords();
  const fields: ImportField[] = [
    ...[...fieldsOfKind[kind]].reverse(),
    ...(kind === 'counterparties' ? ownFields.map(({ id }) => ownFieldKey(id)) : []),
  ];
  const problem = mappingProblem(kind, chosen);
  const choose = (column: number, field: ImportField | '') => {
    const { [column]: _, ...others } = chosen;
    onChange(field === '' ? others : { ...others, [column]: field });
  };
  return (
    <Panel
      title={t('mapping')}
      actions={
        <Button busy={busy} disabled={problem !== null} onClick={onCheck}>
          {t('check')}
        </Button>
      }
    >
      <p className="mb-3 text-soft">{t(isRemembered ? 'mappingRemembered' : 'mappingHint')}</p>
      {problem === null ? null : (
        <InlineAlert tone="warning" className="mb-3">
          {words.ofField(problem)}
        </InlineAlert>
      )}
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        {titles.map((title, column) => (
          <SelectField<ImportField | ''>
            key={column}
            label={title || `${column + 1}`}
            options={[
              { value: '', label: t('skip') },
              ...fields.map((field) => ({ value: field, label: ofField(field, ownFields) })),
            ]}
            value={chosen[column] ?? ''}
            onValueChange={(field) => choose(column, field)}
          />
        ))}
      </div>
    </Panel>
  );
}
