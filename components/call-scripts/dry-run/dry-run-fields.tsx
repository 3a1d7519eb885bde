'use client';

import { useTranslations } from 'use-intl';
import { subjectOfWords } from '@/components/call-scripts/fields/subject-of-words';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import { Button } from '@/components/ui/button';
import { DateTimeField } from '@/components/ui/date-time-field';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { FieldName } from '@/lib/domain/call-scripts/call-script';
import type { Draft } from '@/lib/domain/call-scripts/draft';
import type { DryRun } from '@/lib/domain/call-scripts/dry-run';
import type { ReportedEvent } from '@/lib/domain/call-scripts/events';
import { departmentKinds } from '@/lib/domain/employees/roles';
import { imaginedAnswer } from './imagined-answer';
import { CardChoice, EmployeeChoice, OpenAppealChoice, ProjectChoice } from './imagined-choices';

type Props = { run: DryRun; onTell: (event: ReportedEvent) => void };

/** What the step asks for, filled in as on the desk or by one press for the imagined caller. */
export function DryRunFields({ run, onTell }: Props) {
  const t = useTranslations('callScriptPage.dryRun');
  const { fields } = run.step;
  if (fields.length === 0) return null;
  const patch = imaginedAnswer(fields);
  return (
    <div className="flex flex-col gap-3">
      {fields.includes('name') ? <CardChoice run={run} onTell={onTell} /> : null}
      <div className="grid gap-3 desk:grid-cols-2">
        {fields.map((field) => (
          <OneField key={field} field={field} run={run} onTell={onTell} />
        ))}
      </div>
      {patch ? (
        <div>
          <Button size="small" onClick={() => onTell({ type: 'manager.filledIn', patch })}>
            {t('fill')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function OneField({ field, run, onTell }: Props & { field: FieldName }) {
  const t = useTranslations('callScriptPage.dryRun');
  const rounds = useTranslations('rounds');
  const { chart } = useChartWords();
  const { draft } = run.conversation;
  const label = chart('fields', field);
  const fill = (patch: Extract<ReportedEvent, { type: 'manager.filledIn' }>['patch']) =>
    onTell({ type: 'manager.filledIn', patch });
  switch (field) {
    case 'name':
    case 'city':
    case 'contactPerson':
    case 'phone':
      return (
        <TextField
          label={label}
          maxLength={100}
          value={cardFieldOf(draft, field)}
          disabled={Boolean(draft.chosenCounterparty?.[field])}
          onValueChange={(value) => fill({ card: { [field]: value } })}
        />
      );
    case 'topic':
      return (
        <TextField
          label={label}
          maxLength={300}
          value={draft.chosenAppeal?.topic ?? draft.appeal.topic}
          disabled={draft.chosenAppeal !== null}
          onValueChange={(topic) => fill({ appeal: { topic } })}
        />
      );
    case 'appealNote':
      return (
        <TextArea
          label={label}
          rows={2}
          maxLength={4000}
          value={draft.appeal.note}
          onValueChange={(note) => fill({ appeal: { note } })}
        />
      );
    case 'complaintText':
      return (
        <TextArea
          label={label}
          rows={2}
          maxLength={8000}
          value={draft.complaint.text}
          onValueChange={(text) => fill({ complaint: { text } })}
        />
      );
    case 'softwareWords':
    case 'supportWords':
    case 'companyWords': {
      const subject = subjectOfWords[field];
      return (
        <TextArea
          label={label}
          rows={2}
          maxLength={8000}
          value={draft.satisfaction?.[subject] ?? ''}
          onValueChange={(words) => fill({ satisfaction: { [subject]: words } })}
        />
      );
    }
    case 'complaintDepartment':
      return (
        <SelectField
          label={label}
          options={departmentKinds.map((value) => ({ value, label: t(`departments.${value}`) }))}
          value={draft.complaint.departmentKind}
          onValueChange={(departmentKind) => fill({ complaint: { departmentKind } })}
        />
      );
    case 'email':
      return (
        <TextField
          label={label}
          inputMode="email"
          maxLength={200}
          value={draft.email ?? ''}
          onValueChange={(email) => fill({ email })}
        />
      );
    case 'deliveryOn':
      return (
        <DateTimeField
          label={label}
          precision="date"
          value={draft.deliveryOn ?? ''}
          onValueChange={(deliveryOn) => fill({ deliveryOn })}
        />
      );
    case 'callBackAt':
      return (
        <DateTimeField
          label={label}
          hint={rounds('callBackHint')}
          value={draft.callBackAt ?? ''}
          onValueChange={(callBackAt) => fill({ callBackAt })}
        />
      );
    case 'employee':
    case 'specialist':
      return <EmployeeChoice label={label} isSpecialist={field === 'specialist'} run={run} onTell={onTell} />;
    case 'existingCard':
      return <CardChoice run={run} onTell={onTell} />;
    case 'openAppeal':
      return <OpenAppealChoice run={run} onTell={onTell} />;
    case 'project':
      return <ProjectChoice run={run} onTell={onTell} />;
  }
}

/** IN-2: what the chosen card knows stands, its gaps are filled in. */
function cardFieldOf(draft: Draft, field: 'name' | 'city' | 'contactPerson' | 'phone'): string {
  return draft.chosenCounterparty?.[field] || draft.card[field];
}
