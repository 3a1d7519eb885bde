'use client';

import { useTranslations } from 'use-intl';
import { FormSelect } from '@/components/ui/form-fields';
import { phoneKinds } from '@/lib/domain/employees/phone-kind';

/** Where a person's calls are answered, bound to a form by name. */
export function PhoneKindSelect({ name }: { name: string }) {
  const t = useTranslations('employees');
  return (
    <FormSelect
      name={name}
      label={t('phoneKind')}
      hint={t('phoneKindHint')}
      required
      options={phoneKinds.map((kind) => ({ value: kind, label: t(`phoneKinds.${kind}`) }))}
    />
  );
}
