'use client';

import { useController } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { useErrorWords } from '@/components/use-error-words';
import { type Role, roles } from '@/lib/domain/employees/roles';

/** Which roles a person has; at least one. */
export function RolesField({ name }: { name: string }) {
  const t = useTranslations('employees');
  const { field, fieldState } = useController({ name });
  const words = useErrorWords();
  const chosen = (field.value ?? []) as Role[];
  return (
    <fieldset aria-describedby={fieldState.error ? `${name}-error` : undefined}>
      <legend className="pb-1 font-medium text-sm">{t('rolesLabel')}</legend>
      <div className="grid grid-cols-1 gap-x-4 desk:grid-cols-2">
        {roles.map((role) => (
          <CheckboxField
            key={role}
            label={t(`roles.${role}`)}
            value={chosen.includes(role)}
            onValueChange={(isOn) =>
              field.onChange(roles.filter((other) => (other === role ? isOn : chosen.includes(other))))
            }
            onBlur={field.onBlur}
          />
        ))}
      </div>
      {fieldState.error ? (
        <p id={`${name}-error`} className="pt-1 text-danger-ink text-sm">
          {words.ofField(fieldState.error.message ?? '')}
        </p>
      ) : null}
    </fieldset>
  );
}
