'use client';

import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { api } from '@/components/api';
import { FormPersonSelect, type PersonChoice } from '@/components/employees/person-select';
import { Button } from '@/components/ui/button';
import { FormDateTimeField, FormSelect } from '@/components/ui/form-fields';
import { chosenPresences } from '@/lib/domain/employees/presence';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';
import { EntryDialog } from './entry-dialog';

/** The date is typed by the clock of this device. */
const typedChoice = z.object({
  chosen: z.enum(chosenPresences),
  absentUntil: z
    .string()
    .transform((typed) => (typed ? new Date(typed).getTime() : null))
    .pipe(z.int('invalid').nullable()),
  substituteId: z.string().nullable(),
});

type Props = { presence: PresenceView; people: readonly PersonChoice[] };

/** A head chooses for somebody of their department. */
export function ChangePresence({ presence, people }: Props) {
  const t = useTranslations('presence');
  const employees = useTranslations('employees');
  return (
    <EntryDialog
      trigger={
        <Button size="small" variant="quiet" aria-label={t('changeTitle', { name: presence.name })}>
          {t('change')}
        </Button>
      }
      title={t('changeTitle', { name: presence.name })}
      description={t('logged')}
      schema={typedChoice}
      defaultValues={{
        chosen: presence.chosen,
        absentUntil: presence.absentUntil === null ? '' : localMinute(presence.absentUntil),
        substituteId: presence.substituteId,
      }}
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

function localMinute(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
