'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { RestoredNotice } from '@/components/form-notices';
import { Button } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { IconButton } from '@/components/ui/icon-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { useKeptForm } from '@/components/use-kept-form';
import type { EscalationChain } from '@/lib/domain/deadlines/escalation';
import { type EscalationTarget, escalationTargets } from '@/lib/domain/deadlines/escalation-target';

type Step = { afterMinutes: number | null; to: EscalationTarget };
type Props = { departmentId: string; chain: EscalationChain };

/** Whom what has come overdue in a department is shown to, one after the other. */
export function EscalationForm({ departmentId, chain }: Props) {
  const t = useTranslations('departments.escalation');
  const common = useTranslations('common');
  const words = useErrorWords();
  const router = useRouter();
  const kept = useKeptForm<{ steps: Step[] }>(`escalation ${departmentId}`, () => ({ steps: [...chain] }));
  const { steps } = kept.form;
  const { run, busy, error, clearError } = useChange(
    (escalation: Step[], options) => api.patch(`/departments/${departmentId}`, { escalation }, options),
    {
      onDone: () => {
        kept.startAnew();
        notify(common('saved'));
        router.refresh();
      },
    },
  );
  const change = (next: Step[]) => {
    clearError();
    kept.change({ steps: next });
  };
  const replace = (index: number, step: Partial<Step>) =>
    change(steps.map((one, at) => (at === index ? { ...one, ...step } : one)));
  const unused = escalationTargets.filter((to) => !steps.some((step) => step.to === to));
  const said = (field: string) => {
    const message = error?.fields[field];
    return message ? words.ofField(message) : undefined;
  };
  const isWholeRefused = error !== null && Object.keys(error.fields).length === 0;
  return (
    <div className="flex max-w-2xl flex-col gap-3">
      <p className="text-soft">{t('text')}</p>
      <RestoredNotice {...kept} />
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
              error={said(`escalation.${index}.afterMinutes`)}
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
              error={said(`escalation.${index}.to`)}
            />
            <IconButton
              label={t('remove')}
              icon={<Trash2 />}
              onClick={() => change(steps.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      {isWholeRefused ? (
        <InlineAlert tone="danger" urgent>
          {words.ofError(error)}
        </InlineAlert>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {unused.length > 0 ? (
          <Button
            icon={<Plus />}
            onClick={() =>
              change([...steps, { afterMinutes: (steps.at(-1)?.afterMinutes ?? 0) + 60, to: unused[0]! }])
            }
          >
            {t('add')}
          </Button>
        ) : null}
        <Button variant="primary" busy={busy} onClick={() => void run(steps)}>
          {common('save')}
        </Button>
      </div>
    </div>
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
