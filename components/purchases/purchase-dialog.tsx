'use client';

import { useRouter } from 'next/navigation';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { ContestedNotice, OutdatedNotice, RestoredNotice } from '@/components/form-notices';
import { useChoices } from '@/components/reactions/use-choices';
import { useContestedNotes } from '@/components/ui/contested-field';
import { DateTimeField } from '@/components/ui/date-time-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { notify } from '@/components/ui/notify';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { useChange } from '@/components/use-change';
import { useEdition } from '@/components/use-edition';
import { useErrorWords } from '@/components/use-error-words';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { purchaseNoteLimit } from '@/lib/domain/purchases/purchase-note-limit';
import type { PurchaseView } from '@/lib/domain/purchases/purchases.contract';
import { emptyPurchase, formOfPurchase, type PurchaseForm, requestOfPurchase } from './purchase-form';
import { usePurchaseWords } from './use-purchase-words';

type Props = {
  card: CardPage['card'];
  /** The purchase to change; a new one is recorded without it. */
  purchase?: PurchaseView;
  onClose: () => void;
};

/** Records a purchase or changes one. */
export function PurchaseDialog({ card, purchase, onClose }: Props) {
  const t = useTranslations('purchases');
  const common = useTranslations('common');
  const saves = useTranslations('saves.about');
  const words = useErrorWords();
  const router = useRouter();
  const { choices } = useChoices(true);
  const contractsId = useId();
  const subject = purchase ? `purchase ${purchase.id}` : `new purchase of ${card.id}`;
  const edition = useEdition<PurchaseForm>(
    subject,
    purchase
      ? { version: purchase.version, form: formOfPurchase(purchase) }
      : { version: 0, form: emptyPurchase() },
  );
  const { form } = edition;
  const { run, busy, error, clearError } = useChange(
    (body: object, options) =>
      purchase
        ? api.patch(`/purchases/${purchase.id}`, body, options)
        : api.post(`/counterparties/${card.id}/purchases`, body, options),
    {
      onDone: () => {
        edition.startAnew();
        onClose();
        notify(t(purchase ? 'saved' : 'recorded'));
        router.refresh();
      },
      onRefused: ({ code }) => {
        if (code === 'conflict') router.refresh();
      },
      subject,
      waiting: () => ({
        about: saves('purchase', { name: card.name }),
        href: `/counterparties/${card.id}`,
        form: subject,
        onWaiting: () => {
          edition.startAnew();
          onClose();
        },
      }),
    },
  );
  const problem = usePurchaseWords()(error);
  const isOutdated = edition.isOutdated && !busy;
  const isContested = edition.fields.contested.length > 0;
  const noteOn = useContestedNotes(edition.fields);
  const projects = choices?.projects ?? [];
  const known = purchase?.project ?? null;
  const options = known && !projects.some(({ id }) => id === known.id) ? [...projects, known] : projects;
  const projectName = (id: string) => options.find((project) => project.id === id)?.name ?? t('noProject');
  const field = (name: keyof PurchaseForm, path: string = name) => ({
    label: t(`fields.${name === 'projectId' ? 'project' : name === 'contractNumber' ? 'contract' : name}`),
    value: form[name],
    onValueChange: (value: string) => edition.change({ ...form, [name]: value }),
    warning: noteOn<string>(name, name === 'projectId' ? projectName : (text) => text),
    error: error?.fields[path] && words.ofField(error.fields[path]),
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t(purchase ? 'editTitle' : 'addTitle')}
      description={!purchase && card.status === 'prospect' ? t('makesClient') : undefined}
      confirmLabel={common('save')}
      busy={busy}
      disabledReason={isOutdated ? t('stale') : isContested ? common('kept.contested') : null}
      onConfirm={() => void run(requestOfPurchase(form, purchase && edition.version))}
      notices={
        <>
          <RestoredNotice {...edition} />
          <OutdatedNotice
            isOutdated={isOutdated}
            takeOver={() => {
              edition.takeOver();
              clearError();
            }}
          />
          <ContestedNotice isContested={isContested} />
        </>
      }
      error={isOutdated && error?.code === 'conflict' ? null : problem}
    >
      <div className="grid gap-3 desk:grid-cols-2">
        <SelectField
          {...field('projectId')}
          options={[
            { value: '', label: t('noProject') },
            ...options.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextField {...field('contractNumber')} maxLength={cardLimits.contract} list={contractsId} />
        <datalist id={contractsId}>
          {card.contracts.map((number) => (
            <option key={number} value={number} />
          ))}
        </datalist>
        <TextField
          {...field('sum', 'sumKopecks')}
          required
          inputMode="decimal"
          placeholder={t('sumHint')}
          maxLength={30}
        />
        <DateTimeField {...field('boughtOn')} precision="date" required />
        <DateTimeField {...field('paidOn')} precision="date" className="w-full" hint={t('paidHint')} />
        <TextArea {...field('note')} rows={2} maxLength={purchaseNoteLimit} className="desk:col-span-2" />
      </div>
    </FormDialog>
  );
}
