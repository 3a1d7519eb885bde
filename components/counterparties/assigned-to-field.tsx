'use client';

import { useTranslations } from 'use-intl';
import { useChoices } from '@/components/reactions/use-choices';
import { SelectField } from '@/components/ui/select-field';

type Props = {
  value: string | null;
  isWanted: boolean;
  onValueChange: (employeeId: string | null) => void;
  error?: string;
};

/** Whose client it is. */
export function AssignedToField({ value, isWanted, onValueChange, error }: Props) {
  const t = useTranslations('counterparties');
  const { choices } = useChoices(isWanted);
  return (
    <SelectField
      label={t('fields.assignedTo')}
      options={[
        { value: '', label: t('nobody') },
        ...(choices?.employees ?? []).map((employee) => ({ value: employee.id, label: employee.name })),
      ]}
      value={value ?? ''}
      onValueChange={(employeeId) => onValueChange(employeeId || null)}
      error={error}
    />
  );
}
