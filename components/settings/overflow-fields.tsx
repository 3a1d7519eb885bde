'use client';

import { useController } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useContestedNote } from '@/components/ui/contested-field';
import { FormNumberField } from '@/components/ui/form-fields';
import { SelectField } from '@/components/ui/select-field';
import { useErrorWords } from '@/components/use-error-words';
import { overflowSecondsRange } from '@/lib/domain/employees/call-handling';

/** A department by its name in the language of the screen. */
export type DepartmentChoice = { id: string; name: string };

/** Which department a call rings at besides when nobody answers for so long. */
export function OverflowFields({ others }: { others: readonly DepartmentChoice[] }) {
  const t = useTranslations();
  const words = useErrorWords();
  const { field, fieldState } = useController({ name: 'overflowDepartmentId' });
  const contested = useContestedNote<string | null>(
    'overflowDepartmentId',
    (theirs) => others.find(({ id }) => id === theirs)?.name ?? t('departments.noOverflow'),
  );
  return (
    <>
      <SelectField
        warning={contested}
        label={t('departments.overflow')}
        hint={t('departments.overflowHint')}
        value={field.value ?? ''}
        onValueChange={(id) => field.onChange(id || null)}
        options={[
          { value: '', label: t('departments.noOverflow') },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        error={fieldState.error ? words.ofField(fieldState.error.message ?? '') : undefined}
      />
      {field.value === null ? null : (
        <FormNumberField
          name="overflowSeconds"
          label={t('departments.overflowSeconds')}
          hint={t('departments.overflowSecondsHint')}
          unit={t('settings.times.seconds')}
          {...overflowSecondsRange}
        />
      )}
    </>
  );
}
