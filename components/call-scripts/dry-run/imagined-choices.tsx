'use client';

import { useTranslations } from 'use-intl';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import { SelectField } from '@/components/ui/select-field';
import { type DryRun, imagined } from '@/lib/domain/call-scripts/dry-run';
import type { ReportedEvent } from '@/lib/domain/call-scripts/events';

type Props = { run: DryRun; onTell: (event: ReportedEvent) => void };

const none = '';

/** Choosing somebody is the answer itself: the caller named them. */
export function EmployeeChoice({
  label,
  isSpecialist,
  run,
  onTell,
}: Props & { label: string; isSpecialist: boolean }) {
  const t = useTranslations('callScriptPage.dryRun');
  const people = imagined.employees.filter(
    ({ departmentKind }) => !isSpecialist || departmentKind === 'support',
  );
  return (
    <SelectField
      label={label}
      placeholder={t('nobody')}
      options={people.map(({ employeeId, name, present, departmentKind }) => ({
        value: employeeId,
        label: present ? name : t('away', { name }),
        detail: t(`departments.${departmentKind}`),
      }))}
      value={run.conversation.askedEmployee?.employeeId ?? null}
      onValueChange={(employeeId) => onTell({ type: 'caller.namedEmployee', employeeId })}
    />
  );
}

export function CardChoice({ run, onTell }: Props) {
  const t = useTranslations('callScriptPage.dryRun');
  const { chart } = useChartWords();
  return (
    <SelectField
      label={chart('fields', 'existingCard')}
      options={[
        { value: none, label: t('newCard') },
        ...imagined.counterparties.map(({ id, name, status }) => ({
          value: id,
          label: name,
          detail: t(`statuses.${status}`),
        })),
      ]}
      value={run.conversation.draft.chosenCounterparty?.id ?? none}
      onValueChange={(id) =>
        onTell({ type: 'manager.choseCounterparty', counterpartyId: id === none ? null : id })
      }
    />
  );
}

export function OpenAppealChoice({ run, onTell }: Props) {
  const t = useTranslations('callScriptPage.dryRun');
  const { chart } = useChartWords();
  const { chosenCounterparty, chosenAppeal } = run.conversation.draft;
  const open = imagined.appeals.filter(({ counterpartyId }) => counterpartyId === chosenCounterparty?.id);
  return (
    <SelectField
      label={chart('fields', 'openAppeal')}
      options={[
        { value: none, label: t('noAppeal') },
        ...open.map(({ id, topic }) => ({ value: id, label: topic })),
      ]}
      value={chosenAppeal?.id ?? none}
      onValueChange={(id) => onTell({ type: 'manager.choseAppeal', appealId: id === none ? null : id })}
    />
  );
}

const products = ['ArchiCredit', 'ArchiMed+', 'ArchiSport'];

export function ProjectChoice({ run, onTell }: Props) {
  const t = useTranslations('callScriptPage.dryRun');
  const { chart } = useChartWords();
  return (
    <SelectField
      label={chart('fields', 'project')}
      options={[
        { value: none, label: t('noProject') },
        ...products.map((name) => ({ value: name, label: name })),
      ]}
      value={run.conversation.draft.appeal.project?.id ?? none}
      onValueChange={(name) =>
        onTell({
          type: 'manager.filledIn',
          patch: { appeal: { project: name === none ? null : { id: name, name } } },
        })
      }
    />
  );
}
