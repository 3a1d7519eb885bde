'use client';

import { useTranslations } from 'use-intl';
import { useRunningCall } from '@/components/calls/running-call';
import { Badge } from '@/components/ui/badge';
import type { FieldName } from '@/lib/domain/call-scripts/call-script';
import { AppealChoice } from './fields/appeal-choice';
import { CounterpartyChoice } from './fields/counterparty-choice';
import { DraftField } from './fields/draft-field';
import { EmployeeField } from './fields/employee-field';

type Props = { employeeId: string | null; onEmployee: (employeeId: string | null) => void };

const optional: FieldName[] = [
  'project',
  'appealNote',
  'softwareWords',
  'supportWords',
  'companyWords',
  'callBackAt',
];

/** What the current step asks for, under the words that ask it. */
export function StepFields({ onEmployee }: Props) {
  const { conversation, draft } = useRunningCall();
  const { step } = conversation;
  if (step.fields.length === 0) return null;
  const isComplete = draft.chosenCounterparty !== null;
  return (
    <div className="grid gap-3" key={step.name}>
      {step.name === 'fillingCard' ? <CounterpartyChoice offersCandidates /> : null}
      <div
        className={
          isComplete && step.name === 'fillingCard' ? 'grid gap-x-4 gap-y-2 desk:grid-cols-2' : 'grid gap-3'
        }
      >
        {step.fields.map((field) => (
          <Field key={field} field={field} onEmployee={onEmployee} />
        ))}
      </div>
    </div>
  );
}

function Field({ field, onEmployee }: { field: FieldName; onEmployee: Props['onEmployee'] }) {
  const t = useTranslations('callScripts.fields');
  const { conversation, report } = useRunningCall();
  const { step, askedEmployee } = conversation;
  switch (field) {
    case 'employee':
      return (
        <EmployeeField
          label={t('employee')}
          required
          only={step.name === 'namingSalesManager' ? 'sales' : undefined}
          onEmployee={(employee) => onEmployee(employee?.employeeId ?? null)}
        />
      );
    case 'specialist':
      return (
        <div className="flex flex-col gap-1">
          <EmployeeField
            label={t('specialist')}
            only="support"
            onEmployee={(employee) =>
              employee && void report({ type: 'caller.namedEmployee', employeeId: employee.employeeId })
            }
          />
          {askedEmployee ? (
            <p>
              <Badge tone="accent">{askedEmployee.name}</Badge>
            </p>
          ) : null}
        </div>
      );
    case 'existingCard':
      return <CounterpartyChoice mustExist offersCandidates />;
    case 'openAppeal':
      return <AppealChoice />;
    default:
      return <DraftField name={field} required={!optional.includes(field)} />;
  }
}
