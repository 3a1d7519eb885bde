'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { OutdatedNotice, RestoredNotice } from '@/components/form-notices';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { useChange } from '@/components/use-change';
import { useEdition } from '@/components/use-edition';
import { useErrorWords } from '@/components/use-error-words';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { type CounterpartyStatus, counterpartyStatuses } from '@/lib/domain/counterparties/counterparty';
import { AssignedToField } from './assigned-to-field';
import { type CardForm, emptyCardForm, requestOfForm } from './card-form';
import { CityField } from './city-field';
import { ContactPersonField } from './contact-person-field';
import { ContractFields } from './contract-fields';
import { PhoneFields } from './phone-fields';

type Props = {
  /** The card to change; a new one is made without it. */
  card?: { id: string; version: number; form: CardForm };
  mayEditStatus: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Makes a card or changes one: everything people type of it in one form. */
export function CardEditDialog({ card, mayEditStatus, open, onOpenChange }: Props) {
  const t = useTranslations('counterparties');
  const common = useTranslations('common');
  const router = useRouter();
  const words = useErrorWords();
  const subject = card ? `card ${card.id}` : 'new card';
  const edition = useEdition<CardForm>(subject, card ?? { version: 0, form: emptyCardForm() });
  const { form } = edition;
  const { run, busy, error, clearError } = useChange(
    async (body: object, { key }) => {
      if (card) return api.patch<{ version: number }>(`/counterparties/${card.id}`, body, { key });
      return api.post<{ counterpartyId: string }>('/counterparties', body, { key });
    },
    {
      onDone: (answer) => {
        edition.startAnew();
        onOpenChange(false);
        notify(t(card ? 'saved' : 'created'));
        if ('counterpartyId' in answer) router.push(`/counterparties/${answer.counterpartyId}`);
        else router.refresh();
      },
      onRefused: ({ code }) => {
        if (code === 'conflict') router.refresh();
      },
      subject,
    },
  );
  const isOutdated = edition.isOutdated && !busy;
  const takeOver = () => {
    edition.takeOver();
    clearError();
  };
  const set = (change: Partial<CardForm>) => edition.change({ ...form, ...change });
  const said = (path: string) => {
    const message = error?.fields[path];
    return message ? words.ofField(message) : undefined;
  };
  const saidOf = (field: string) => {
    const path = Object.keys(error?.fields ?? {}).find((one) => one === field || one.startsWith(`${field}.`));
    return path ? said(path) : undefined;
  };
  const save = () =>
    void run(requestOfForm(form, { isStatusSent: mayEditStatus, version: card && edition.version }));
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="medium"
      title={t(card ? 'editTitle' : 'newTitle')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{common('cancel')}</Button>
          <Button
            variant="primary"
            busy={busy}
            disabledReason={isOutdated ? t('stale') : null}
            onClick={save}
          >
            {common('save')}
          </Button>
        </>
      }
    >
      <div className="mb-3 flex flex-col gap-3 empty:hidden">
        <RestoredNotice {...edition} />
        <OutdatedNotice isOutdated={isOutdated} takeOver={takeOver} />
      </div>
      <div className="grid gap-3 desk:grid-cols-2">
        {error && Object.keys(error.fields).length === 0 ? (
          <InlineAlert tone="danger" urgent className="desk:col-span-2">
            {error.code === 'conflict' ? t('stale') : words.ofError(error)}
          </InlineAlert>
        ) : null}
        <TextField
          label={t('fields.name')}
          required
          maxLength={cardLimits.name}
          className="desk:col-span-2"
          value={form.name}
          onValueChange={(name) => set({ name })}
          error={said('name')}
        />
        <TextField
          label={t('fields.category')}
          maxLength={cardLimits.category}
          value={form.category}
          onValueChange={(category) => set({ category })}
          error={said('category')}
        />
        {mayEditStatus ? (
          <SelectField<CounterpartyStatus>
            label={t('fields.status')}
            options={counterpartyStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
            value={form.status}
            onValueChange={(status) => set({ status })}
            error={said('status')}
          />
        ) : null}
        <CityField value={form.city} onValueChange={(city) => set({ city })} error={said('city')} />
        <ContactPersonField
          value={form.contactPerson}
          onValueChange={(contactPerson) => set({ contactPerson })}
          error={said('contactPerson')}
        />
        <PhoneFields
          phones={form.phones}
          city={form.city}
          onChange={(phones) => set({ phones })}
          errorOf={(index) => said(`phones.${index}.raw`)}
        />
        <TextField
          label={t('fields.emails')}
          hint={t('emailsHint')}
          inputMode="email"
          className="desk:col-span-2"
          value={form.emails}
          onValueChange={(emails) => set({ emails })}
          error={saidOf('emails')}
        />
        <ContractFields
          contracts={form.contracts}
          onChange={(contracts) => set({ contracts })}
          errorOf={(index) => said(`contracts.${index}`)}
        />
        {mayEditStatus ? (
          <AssignedToField
            value={form.assignedTo}
            isWanted={open}
            onValueChange={(assignedTo) => set({ assignedTo })}
            error={said('assignedTo')}
          />
        ) : null}
        <TextArea
          label={t('fields.note')}
          maxLength={cardLimits.note}
          className="desk:col-span-2"
          value={form.note}
          onValueChange={(note) => set({ note })}
          error={said('note')}
        />
      </div>
    </Dialog>
  );
}
