'use client';

import { Plus, Trash2 } from 'lucide-react';
import { type FieldError, get, useController, useFormState } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ContestedNote } from '@/components/ui/contested-field';
import { DescriptionList } from '@/components/ui/description-list';
import { Form, FormActions } from '@/components/ui/form';
import { IconButton } from '@/components/ui/icon-button';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { useErrorWords } from '@/components/use-error-words';
import type { EscalationChain } from '@/lib/domain/deadlines/escalation';
import { type EscalationTarget, escalationTargets } from '@/lib/domain/deadlines/escalation-target';
import { departmentFieldsSchema } from '@/lib/domain/employees/departments.contract';
import { useSettingForm } from './use-setting-form';

const schema = departmentFieldsSchema.pick({ escalation: true });

type Step = { afterMinutes: number | null; to: EscalationTarget };
type Props = { departmentId: string; version: number; chain: EscalationChain };

/** Whom what has come overdue in a department is shown to, one after the other. */
export function EscalationForm({ departmentId, version, chain }: Props) {
  const t = useTranslations('departments.escalation');
  const common = useTranslations('common');
  const form = useSettingForm({
    schema,
    values: { escalation: chain },
    version,
    keptAs: `escalation ${departmentId}`,
    path: `/departments/${departmentId}`,
    noun: 'department',
    nounId: departmentId,
    isPart: true,
    saved: common('saved'),
  });
  return (
    <Form of={form} className="max-w-2xl">
      <p className="text-soft">{t('text')}</p>
      <StepsField name="escalation" />
      <FormActions submitLabel={common('save')} busy={form.busy} />
    </Form>
  );
}

function StepsField({ name }: { name: string }) {
  const t = useTranslations('departments.escalation');
  const words = useErrorWords();
  const { field } = useController({ name });
  const { errors } = useFormState({ name });
  const steps = field.value as Step[];
  const replace = (index: number, step: Partial<Step>) =>
    field.onChange(steps.map((one, at) => (at === index ? { ...one, ...step } : one)));
  const unused = escalationTargets.filter((to) => !steps.some((step) => step.to === to));
  const said = (index: number, part: keyof Step) => {
    const error = get(errors, `${name}.${index}.${part}`) as FieldError | undefined;
    return error?.message ? words.ofField(error.message) : undefined;
  };
  return (
    <>
      {steps.length === 0 ? <p>{t('none')}</p> : null}
      <ol className="flex flex-col gap-3">
        {steps.map(({ afterMinutes, to }, index) => (
          <li key={index} className="flex flex-wrap items-end gap-3">
            <NumberField
              label={t('after')}
              unit={t('minutes')}
              required
              min={1}
              className="w-44"
              value={afterMinutes}
              onValueChange={(minutes) => replace(index, { afterMinutes: minutes })}
              error={said(index, 'afterMinutes')}
            />
            <SelectField<EscalationTarget>
              label={t('to')}
              required
              className="w-64"
              options={escalationTargets
                .filter((target) => target === to || unused.includes(target))
                .map((target) => ({ value: target, label: t(`targets.${target}`) }))}
              value={to}
              onValueChange={(target) => replace(index, { to: target })}
              error={said(index, 'to')}
            />
            <IconButton
              label={t('remove')}
              icon={<Trash2 />}
              onClick={() => field.onChange(steps.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      <ContestedNote<EscalationChain>
        name={name}
        say={(theirs) =>
          theirs
            .map(
              ({ afterMinutes, to }) => `${t(`targets.${to}`)} ${t('afterMinutes', { count: afterMinutes })}`,
            )
            .join(', ')
        }
      />
      {unused.length > 0 ? (
        <div>
          <Button
            icon={<Plus />}
            onClick={() =>
              field.onChange([
                ...steps,
                { afterMinutes: (steps.at(-1)?.afterMinutes ?? 0) + 60, to: unused[0]! },
              ])
            }
          >
            {t('add')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** The same for those who do not set it. */
export function EscalationTable({ chain }: { chain: EscalationChain }) {
  const t = useTranslations('departments.escalation');
  if (chain.length === 0) return <p className="text-soft">{t('none')}</p>;
  return (
    <DescriptionList
      entries={chain.map(({ afterMinutes, to }) => ({
        term: t('afterMinutes', { count: afterMinutes }),
        value: t(`targets.${to}`),
      }))}
    />
  );
}
