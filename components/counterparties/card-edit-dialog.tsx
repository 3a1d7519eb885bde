'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { OutdatedNotice, RestoredNotice } from '@/components/form-notices';
import { FormDialog } from '@/components/ui/form-dialog';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useEdition } from '@/components/use-edition';
import { useErrorWords } from '@/components/use-error-words';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { CardEditFields } from './card-edit-fields';
import { type CardForm, type CardRights, emptyCardForm, requestOfForm, withoutEmptyRows } from './card-form';
import { ContestedCardFields } from './contested-card-fields';
import { SimilarCards } from './similar-cards';

type Props = {
  /** The card to change; a new one is made without it. */
  card?: { id: string; version: number; form: CardForm } & Pick<CardPage['card'], 'assignedTo'>;
  may: CardRights;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Makes a card or changes one: everything people type of it in one form. */
export function CardEditDialog({ card, may, open, onOpenChange }: Props) {
  const t = useTranslations('counterparties');
  const common = useTranslations('common');
  const saves = useTranslations('saves.about');
  const router = useRouter();
  const words = useErrorWords();
  const subject = card ? `card ${card.id}` : 'new card';
  const edition = useEdition<CardForm>(subject, card ?? { version: 0, form: emptyCardForm() });
  const { form } = edition;
  const { run, busy, error, clearError } = useChange(
    async (body: object, options) => {
      if (card) return api.patch<{ version: number }>(`/counterparties/${card.id}`, body, options);
      return api.post<{ counterpartyId: string }>('/counterparties', body, options);
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
      waiting: () => ({
        about: saves(card ? 'card' : 'newCard', { name: form.name }),
        href: card ? `/counterparties/${card.id}` : '/counterparties',
        form: subject,
        onWaiting: () => {
          edition.startAnew();
          onOpenChange(false);
        },
      }),
    },
  );
  const isOutdated = edition.isOutdated && !busy;
  const isContested = edition.fields.contested.length > 0;
  const isToldAbove = isOutdated && error?.code === 'conflict';
  const isWholeRefused = error !== null && !isToldAbove && Object.keys(error.fields).length === 0;
  const takeOver = () => {
    edition.takeOver();
    clearError();
  };
  const set = (change: Partial<CardForm>) => edition.change({ ...form, ...change });
  const said = (path: string) => {
    const message = error?.fields[path];
    return message ? words.ofField(message) : undefined;
  };
  const save = () => {
    edition.change(withoutEmptyRows(form));
    void run(requestOfForm(form, { may, version: card && edition.version }));
  };
  return (
    <FormDialog
      open={open}
      onClose={() => onOpenChange(false)}
      size="medium"
      title={t(card ? 'editTitle' : 'newTitle')}
      confirmLabel={common('save')}
      busy={busy}
      disabledReason={isOutdated ? t('stale') : isContested ? common('kept.contested') : null}
      onConfirm={save}
      notices={
        <>
          <RestoredNotice {...edition} />
          <OutdatedNotice isOutdated={isOutdated} takeOver={takeOver} />
          <ContestedCardFields fields={edition.fields} assignedTo={card?.assignedTo ?? null} />
        </>
      }
      error={isWholeRefused ? (error.code === 'conflict' ? t('stale') : words.ofError(error)) : null}
    >
      <div className="grid gap-3 desk:grid-cols-2">
        {card ? null : (
          <SimilarCards
            name={form.name}
            phone={form.phones[0]?.raw ?? ''}
            city={form.city}
            inn={form.inn}
            email={form.emails[0]?.address ?? ''}
          />
        )}
        <CardEditFields
          form={form}
          assignedTo={card?.assignedTo ?? null}
          may={may}
          onChange={set}
          errorOf={said}
        />
      </div>
    </FormDialog>
  );
}
