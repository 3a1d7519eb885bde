'use client';

import { useController } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { FormTextArea } from '@/components/ui/form-fields';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import { spokenTextMax } from '@/lib/domain/settings/spoken-text';
import { ContestedHours } from './contested-hours';
import { HoursField } from './hours-field';

type Props = {
  /** What own hours begin with. */
  departmentHours: BusinessHours;
};

/** When a line lets callers in, and what they hear when it does not. */
export function LineOpeningFields({ departmentHours }: Props) {
  const t = useTranslations('settings.numbers');
  const { field } = useController({ name: 'hours' });
  const hasOwn = field.value !== null;
  return (
    <>
      <CheckboxField
        label={t('ownHours')}
        hint={t('ownHoursHint')}
        value={hasOwn}
        onValueChange={(own) => field.onChange(own ? departmentHours : null)}
      />
      {hasOwn ? <HoursField name="hours" /> : <ContestedHours name="hours" />}
      <FormTextArea
        name="closedGreeting"
        label={t('closedGreeting')}
        hint={t('closedGreetingHint')}
        maxLength={spokenTextMax}
      />
    </>
  );
}
