'use client';

import { useController } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { ContestedNote } from '@/components/ui/contested-field';
import { useErrorWords } from '@/components/use-error-words';
import { type Role, roles } from '@/lib/domain/employees/roles';

export type RoleChoice = { id: string; name: string };

type Props = {
  name: string;
  addedName: string;
  /** Roles that an administrator added. */
  added: readonly RoleChoice[];
};

/** Which roles a person has, of those everybody knows and of the added ones; at least one. */
export function RolesField({ name, addedName, added }: Props) {
  const t = useTranslations('employees');
  const { field, fieldState } = useController({ name });
  const { field: addedField, fieldState: addedState } = useController({ name: addedName });
  const words = useErrorWords();
  const chosen = (field.value ?? []) as Role[];
  const chosenAdded = (addedField.value ?? []) as string[];
  const message = fieldState.error?.message ?? addedState.error?.message;
  return (
    <fieldset aria-describedby={message ? `${name}-error` : undefined}>
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
        {added.map((role) => (
          <CheckboxField
            key={role.id}
            label={role.name}
            value={chosenAdded.includes(role.id)}
            onValueChange={(isOn) =>
              addedField.onChange(
                isOn ? [...chosenAdded, role.id] : chosenAdded.filter((id) => id !== role.id),
              )
            }
            onBlur={addedField.onBlur}
          />
        ))}
      </div>
      <ContestedNote<Role[]>
        name={name}
        say={(theirs) => theirs.map((role) => t(`roles.${role}`)).join(', ')}
      />
      <ContestedNote<string[]>
        name={addedName}
        say={(theirs) =>
          added
            .filter(({ id }) => theirs.includes(id))
            .map((role) => role.name)
            .join(', ')
        }
      />
      {message ? (
        <p id={`${name}-error`} className="pt-1 text-danger-ink text-sm">
          {words.ofField(message)}
        </p>
      ) : null}
    </fieldset>
  );
}
