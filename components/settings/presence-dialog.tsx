'use client';

import { useMemo } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import { z } from 'zod';
import { api } from '@/components/api';
import { FormPersonSelect, type PersonChoice } from '@/components/employees/person-select';
import { Button } from '@/components/ui/button';
import { FormDateTimeField, FormSelect } from '@/components/ui/form-fields';
import { readTypedTime, typedTimeAt } from '@/lib/domain/deadlines/typed-time';
import { chosenPresences } from '@/lib/domain/employees/presence';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';
import { EntryDialog } from './entry-dialog';

/** The date is typed by the clock of the office. */
const typedChoiceOf = (timeZone: string) =>
  z.object({
    chosen: z.enum(chosenPresences),
    absentUntil: z
      .string()
      .transform((typed) => (typed ? (readTypedTime(typed, timeZone) ?? Number.NaN) : null))
      .pipe(z.int('invalid').nullable()),
    substituteId: z.string().nullable(),
  });

type Props = { presence: PresenceView; people: readonly PersonChoice[]; isOpenAtFirst?: boolean };

/** A head chooses for somebody of their department. */
export function ChangePresence({ presence, people, isOpenAtFirst }: Props) {
  const t = useTranslations('presence');
  const employees = useTranslations('employees');
  const timeZone = useTimeZone()!;
  const schema = useMemo(() => typedChoiceOf(timeZone), [timeZone]);
  return (
    <EntryDialog
      trigger={
        <Button size="small" variant="quiet" aria-label={`${t('change')}: ${presence.name}`}>
          {t('change')}
        </Button>
      }
      title={t('changeTitle', { name: presence.name })}
      description={t('logged')}
      schema={schema}
      defaultValues={{
        chosen: presence.chosen,
        absentUntil: presence.absentUntil === null ? '' : typedTimeAt(presence.absentUntil, timeZone),
        substituteId: presence.substituteId,
      }}
      isOpenAtFirst={isOpenAtFirst}
      keptAs={`presence ${presence.employeeId}`}
      send={({ substituteId, ...choice }, options) =>
        api.put(
          `/presence/${presence.employeeId}`,
          choice.chosen === 'absent' ? { ...choice, substituteId } : { chosen: choice.chosen },
          options,
        )
      }
      savedMessage={t('saved')}
    >
      <FormSelect
        name="chosen"
        label={t('label')}
        options={chosenPresences.map((chosen) => ({ value: chosen, label: t(`chosen.${chosen}`) }))}
      />
      <FormDateTimeField name="absentUntil" label={t('absentUntil')} hint={t('absentUntilHint')} />
      <FormPersonSelect
        name="substituteId"
        label={employees('substitute')}
        hint={employees('substituteHint')}
        people={people.filter((person) => person.id !== presence.employeeId)}
        emptyLabel={employees('nobody')}
      />
    </EntryDialog>
  );
}
