'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { RadioGroupField } from '@/components/ui/radio-group-field';
import { neededFor, type Permission } from '@/lib/domain/employees/permission';
import { departmentKinds } from '@/lib/domain/employees/roles';
import type { RoleView } from '@/lib/domain/employees/roles.contract';
import { defaultOf, useRightWords } from './use-right-words';

type Props = {
  role: Pick<RoleView, 'id' | 'isAdded'>;
  permission: Permission;
  /** Undefined: as it is by default. */
  decision: boolean | undefined;
  onDecide: (decision: boolean | undefined) => void;
};

/** One right of a role: yes or no, or as it is by default where that depends on the department. */
export function RightField({ role, permission, decision, onDecide }: Props) {
  const t = useTranslations('roles');
  const words = useRightWords();
  const given = defaultOf(role, permission);
  const isSplit = given.length > 0 && given.length < departmentKinds.length;
  const needed = neededFor[permission];
  const hint = [
    t(`permissions.${permission}.hint`),
    needed && t('needs', { permission: t(`permissions.${needed}.label`) }),
  ]
    .filter(Boolean)
    .join(' ');
  const label = (
    <>
      {t(`permissions.${permission}.label`)}
      {decision !== undefined && !role.isAdded ? (
        <>
          {' '}
          <Badge tone="accent">{t('differs')}</Badge>
        </>
      ) : null}
    </>
  );
  if (!isSplit) {
    const isByDefault = given.length > 0;
    return (
      <CheckboxField
        label={label}
        hint={hint}
        value={decision ?? isByDefault}
        onValueChange={(isOn) => onDecide(isOn === isByDefault ? undefined : isOn)}
      />
    );
  }
  return (
    <RadioGroupField<'default' | 'granted' | 'withdrawn'>
      label={label}
      hint={hint}
      orientation="horizontal"
      value={decision === undefined ? 'default' : decision ? 'granted' : 'withdrawn'}
      onValueChange={(value) => onDecide(value === 'default' ? undefined : value === 'granted')}
      options={[
        { value: 'default', label: t('decisions.default', { value: words.extent(given) }) },
        { value: 'granted', label: t('decisions.granted') },
        { value: 'withdrawn', label: t('decisions.withdrawn') },
      ]}
    />
  );
}
