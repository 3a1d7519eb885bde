'use client';

import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { useMyCalls } from '@/components/calls/my-calls-provider';
import { usePresenceWords } from '@/components/employees/presence-words';
import { ComboboxField } from '@/components/ui/combobox-field';
import { normaliseName } from '@/lib/domain/counterparties/name';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';
import type { DepartmentKind } from '@/lib/domain/employees/roles';

type Props = {
  label: string;
  required?: boolean;
  hint?: string;
  /** Only people of this department. */
  only?: DepartmentKind;
  onEmployee: (employee: PresenceView | null) => void;
};

/** IN-3, IN-4, IN-9: whom the caller asks for, with whether they are there. */
export function EmployeeField({ label, required, hint, only, onEmployee }: Props) {
  const t = useTranslations('desk.employee');
  const presence = usePresenceWords();
  const { personId } = useMyCalls();
  const [chosen, setChosen] = useState<PresenceView | null>(null);
  const search = useCallback(
    async (query: string, signal: AbortSignal) => {
      const { rows } = await api.get<{ rows: PresenceView[] }>('/presence', { signal });
      const words = normaliseName(query).split(' ').filter(Boolean);
      return rows
        .filter((row) => row.employeeId !== personId && (!only || row.departmentKind === only))
        .filter((row) => {
          const name = normaliseName(row.name).split(' ');
          return words.every((word) => name.some((part) => part.startsWith(word)));
        })
        .sort((one, other) => one.name.localeCompare(other.name, 'ru'));
    },
    [only, personId],
  );
  /** IN-3, IN-9 a, CS-9: whoever receives the call instead. */
  function wordsOfAway(person: PresenceView): string {
    const { chosen, substituteName: name, departmentKind: department } = person;
    const state = presence.ofPerson(person);
    return chosen === 'absent' && name && department !== 'sales'
      ? t('substituted', { state, name })
      : t('away', { state, department });
  }

  return (
    <ComboboxField<PresenceView>
      label={label}
      required={required}
      hint={hint}
      warning={
        chosen && (chosen.chosen !== 'available' || chosen.derived === 'unreachable')
          ? wordsOfAway(chosen)
          : null
      }
      placeholder={t('placeholder')}
      minCharacters={0}
      value={chosen}
      onValueChange={(employee) => {
        setChosen(employee);
        onEmployee(employee);
      }}
      search={search}
      itemKey={(row) => row.employeeId}
      itemLabel={(row) => row.name}
      itemDetail={(row) => presence.ofPerson(row)}
    />
  );
}
