'use client';

import { useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { useChoices } from '@/components/reactions/use-choices';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { type DepartmentKind, departmentKinds } from '@/lib/domain/employees/roles';
import { recordLimits } from '@/lib/domain/reactions/record-limits';

export type ComplaintForm = { text: string; causedBy: DepartmentKind | null };

type Props = {
  form: ComplaintForm;
  onChange: (form: ComplaintForm) => void;
  errorOf: (field: string) => string | undefined;
};

/** SA-3: the client's words, and whose work caused it. */
export function ComplaintFields({ form, onChange, errorOf }: Props) {
  const t = useTranslations('rounds.complainForm');
  const { choices } = useChoices(true);
  const departmentName = useDepartmentName();
  return (
    <>
      <TextArea
        label={t('words')}
        required
        rows={4}
        maxLength={recordLimits.note}
        value={form.text}
        error={errorOf('text')}
        onValueChange={(text) => onChange({ ...form, text })}
      />
      <SelectField<DepartmentKind>
        label={t('causedBy')}
        required
        options={departmentKinds.flatMap((kind) => {
          const department = choices?.departments.find((each) => each.kind === kind);
          return department ? [{ value: kind, label: departmentName(department) }] : [];
        })}
        value={form.causedBy}
        error={errorOf('causedBy')}
        onValueChange={(causedBy) => onChange({ ...form, causedBy })}
      />
    </>
  );
}
