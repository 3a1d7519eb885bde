'use client';

import { useTranslations } from 'use-intl';
import { employeesOf } from '@/components/reactions/employees-of';
import { useChoices } from '@/components/reactions/use-choices';
import { SelectField } from '@/components/ui/select-field';
import type { CardPage } from '@/lib/domain/counterparties/card-page';

type Props = {
  value: string | null;
  /** Whose client it is now, though they may work here no more. */
  current: CardPage['card']['assignedTo'];
  onValueChange: (employeeId: string | null) => void;
  error?: string;
};

/** Whose client it is: somebody of the client department. */
export function AssignedToField({ value, current, onValueChange, error }: Props) {
  const t = useTranslations('counterparties');
  const { choices } = useChoices(true);
  const managers = employeesOf(choices, 'client');
  const former = choices && current && managers.every(({ id }) => id !== current.id) ? [current] : [];
  return (
    <SelectField
      label={t('fields.assignedTo')}
      options={[
        { value: '', label: t('nobody') },
        ...[...former, ...managers].map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value ?? ''}
      onValueChange={(employeeId) => onValueChange(employeeId || null)}
      error={error}
    />
  );
}
