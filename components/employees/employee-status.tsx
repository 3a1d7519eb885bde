'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import type { ApiError } from '@/components/api-error';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { PersonChoice } from './person-select';

type Props = {
  employee: { id: string; name: string; openNextReactions: number; unfinishedCalls: number };
  people: readonly PersonChoice[];
};

type HandedOver = { handedOver: number; handedOverCalls: number };

const department = 'department';

/** Ends a person's access and says first how much open work goes to whom. */
export function DisableEmployee({ employee, people }: Props) {
  const t = useTranslations('employees');
  const router = useRouter();
  const whyWords = useWhyWords();
  const [isOpen, setOpen] = useState(false);
  const [successor, setSuccessor] = useState(department);
  const [reason, setReason] = useState('');
  const disable = useChange<{ successorId: string | null; reason: string }, HandedOver>(
    (body, options) => api.post(`/employees/${employee.id}/disable`, body, options),
    {
      onDone: ({ handedOver, handedOverCalls }) => {
        setOpen(false);
        notify(t('handedOver', { count: handedOver, calls: handedOverCalls }));
        router.refresh();
      },
    },
  );
  return (
    <AlertDialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button variant="danger">{t('disable')}</Button>}
      title={t('disableTitle', { name: employee.name })}
      text={
        <>
          {t('disableText')}{' '}
          <strong>
            {t('openWork', { count: employee.openNextReactions, calls: employee.unfinishedCalls })}
          </strong>
        </>
      }
      confirmLabel={t('disable')}
      busy={disable.busy}
      error={disable.error ? whyWords(disable.error) : null}
      onConfirm={() => void disable.run({ successorId: successor === department ? null : successor, reason })}
    >
      <SelectField
        label={t('successor')}
        value={successor}
        onValueChange={setSuccessor}
        options={[
          { value: department, label: t('toDepartment') },
          ...people
            .filter((person) => person.id !== employee.id)
            .map((person) => ({ value: person.id, label: person.name, detail: person.detail })),
        ]}
      />
      <FieldReason value={reason} onValueChange={setReason} error={disable.error} />
    </AlertDialog>
  );
}

function FieldReason({
  value,
  onValueChange,
  error,
}: {
  value: string;
  onValueChange: (value: string) => void;
  error: ApiError | null;
}) {
  const t = useTranslations('employees');
  const words = useErrorWords();
  const problem = error?.fields.reason;
  return (
    <TextField
      label={t('reason')}
      required
      value={value}
      onValueChange={onValueChange}
      error={problem ? words.ofField(problem) : undefined}
    />
  );
}

/** Takes a disabled person back. */
export function EnableEmployee({ employeeId }: { employeeId: string }) {
  const t = useTranslations('employees');
  const router = useRouter();
  const whyWords = useWhyWords();
  const enable = useChange<void, { id: string }>(
    (_, options) => api.post(`/employees/${employeeId}/enable`, undefined, options),
    {
      onDone: () => {
        notify(t('enabled'));
        router.refresh();
      },
    },
  );
  return (
    <>
      {enable.error ? (
        <InlineAlert tone="danger" urgent>
          {whyWords(enable.error)}
        </InlineAlert>
      ) : null}
      <Button variant="primary" busy={enable.busy} onClick={() => void enable.run()}>
        {t('enable')}
      </Button>
    </>
  );
}

const reasons = ['oneself', 'lastAdministrator', 'disabled', 'departmentDisabled'] as const;

function useWhyWords(): (error: ApiError) => string {
  const t = useTranslations('employees.why');
  const words = useErrorWords();
  return (error) => {
    const why = reasons.find((reason) => reason === error.details.reason);
    return why ? t(why) : words.ofError(error);
  };
}
