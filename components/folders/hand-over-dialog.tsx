'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { useCityDirectory } from '@/components/cities/city-directory-provider';
import { RestoredNotice } from '@/components/form-notices';
import { useSumWords } from '@/components/purchases/use-sum-words';
import { employeesOf } from '@/components/reactions/employees-of';
import { useChoices } from '@/components/reactions/use-choices';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { notify } from '@/components/ui/notify';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { useKeptForm } from '@/components/use-kept-form';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { folderLimits } from '@/lib/domain/folders/folders.contract';
import {
  copiesNeeded,
  formOfCard,
  type HandingOver,
  type HandOverForm,
  stillOnOffer,
  withPurchases,
} from './hand-over-form';

type Props = { page: CardPage; person: HandingOver; onClose: () => void };

/** ON-1: the title page and what lies in the folder, handed over as one act. */
export function HandOverDialog({ page, person, onClose }: Props) {
  const t = useTranslations('folders.handOverForm');
  const words = useErrorWords();
  const router = useRouter();
  const { codeLengthOf } = useCityDirectory();
  const { card } = page;
  const kept = useKeptForm<HandOverForm>(`hand over ${card.id}`, () =>
    formOfCard(page, person, codeLengthOf),
  );
  const form = stillOnOffer(kept.form, page);
  const { run, busy, error } = useChange<HandOverForm, { folderId: string }>(
    (body, options) => api.post(`/counterparties/${card.id}/folders`, body, options),
    {
      onDone: ({ folderId }) => {
        kept.startAnew();
        notify(t('done'));
        router.push(`/folders/${folderId}`);
      },
    },
  );
  const set = (changed: Partial<HandOverForm>) => kept.change({ ...form, ...changed });
  const problemOf = (name: string) => {
    const message = error?.fields?.[name];
    return message ? words.ofField(message) : undefined;
  };
  const text = (name: 'city' | 'contactPerson' | 'phone' | 'invoiceNumber', maxLength: number) => ({
    label: t(`fields.${name}`),
    required: true,
    maxLength,
    value: form[name],
    error: problemOf(name),
    onValueChange: (value: string) => set({ [name]: value }),
  });
  const isWholeRefused = error !== null && Object.keys(error.fields).length === 0;
  const needed = copiesNeeded(page, form.purchaseIds);
  const isMiscounted = form.contractCopies !== null && form.contractCopies !== needed;
  const count = (name: 'contractCopies' | 'invoiceCopies') => ({
    label: t(`fields.${name}`),
    required: true,
    value: form[name],
    error: problemOf(name),
    onValueChange: (value: number | null) => set({ [name]: value }),
  });
  return (
    <FormDialog
      onClose={onClose}
      size="medium"
      title={t('title', { name: card.name })}
      description={t('text')}
      confirmLabel={t('send')}
      busy={busy}
      onConfirm={() => void run(form)}
      notices={<RestoredNotice {...kept} />}
      error={isWholeRefused ? words.ofError(error) : null}
    >
      <div className="grid gap-3 desk:grid-cols-2">
        <PurchasesChoice
          page={page}
          chosen={form.purchaseIds}
          problem={problemOf('purchaseIds')}
          onChange={(purchaseIds) => kept.change(withPurchases(form, page, purchaseIds))}
        />
        <SalesManagerField
          value={form.salesManagerId}
          error={problemOf('salesManagerId')}
          onValueChange={(salesManagerId) => set({ salesManagerId })}
        />
        <TextField {...text('city', cardLimits.city)} />
        <TextField {...text('contactPerson', cardLimits.contactPerson)} />
        <TextField {...text('phone', cardLimits.phone)} inputMode="tel" />
        <TextField {...text('invoiceNumber', folderLimits.invoice)} className="desk:col-span-2" />
        <NumberField
          {...count('contractCopies')}
          error={
            isMiscounted ? words.ofField('folders.errors.wrongContractCopies') : problemOf('contractCopies')
          }
        />
        <NumberField {...count('invoiceCopies')} />
        <CheckboxField
          label={t('fields.hasParts')}
          value={form.hasParts}
          onValueChange={(hasParts) => set({ hasParts })}
        />
        <CheckboxField
          label={t('fields.hasServices')}
          value={form.hasServices}
          onValueChange={(hasServices) => set({ hasServices })}
        />
        <TextArea
          label={t('fields.note')}
          rows={2}
          maxLength={folderLimits.text}
          value={form.note}
          error={problemOf('note')}
          onValueChange={(note) => set({ note })}
          className="desk:col-span-2"
        />
      </div>
    </FormDialog>
  );
}

type ChoiceProps = {
  page: CardPage;
  chosen: readonly string[];
  problem?: string;
  onChange: (ids: string[]) => void;
};

function PurchasesChoice({ page, chosen, problem, onChange }: ChoiceProps) {
  const t = useTranslations('folders.handOverForm');
  const words = useSumWords();
  return (
    <fieldset className="flex flex-col gap-1 desk:col-span-2">
      <legend className="pb-1 font-medium text-sm">{t('fields.purchases')}</legend>
      {page.purchasesToHandOver.map(({ id, project, contractNumber, sumKopecks }) => (
        <CheckboxField
          key={id}
          label={t('purchase', {
            product: project?.name ?? '—',
            contract: contractNumber,
            sum: words.sum(sumKopecks),
          })}
          value={chosen.includes(id)}
          onValueChange={(isChosen) =>
            onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))
          }
        />
      ))}
      {problem ? (
        <p role="alert" className="text-danger-ink text-sm">
          {problem}
        </p>
      ) : null}
    </fieldset>
  );
}

type ManagerProps = { value: string; error?: string; onValueChange: (employeeId: string) => void };

function SalesManagerField({ value, error, onValueChange }: ManagerProps) {
  const t = useTranslations('folders.handOverForm');
  const { choices } = useChoices(true);
  return (
    <SelectField
      label={t('fields.salesManager')}
      required
      options={employeesOf(choices, 'sales').map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      error={error}
      onValueChange={onValueChange}
    />
  );
}
