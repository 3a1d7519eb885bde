'use client';

import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { DescriptionList } from '@/components/ui/description-list';
import type { CardPage, ShownWhenFilled } from '@/lib/domain/counterparties/card-page';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { checkInn } from '@/lib/domain/counterparties/inn';
import { ownFieldKey } from '@/lib/domain/counterparties/own-field';
import { localizedName } from '@/lib/domain/localized-name';
import { CardContacts } from './card-contacts';
import { CardPhone } from './card-phone';
import { EmailLink } from './email-link';
import { FieldHistory } from './field-history';
import type { CardField } from './use-card-field-words';
import { useOwnValueText } from './use-own-value-text';

type Known = CardPage['card'];
type Props = { card: CardSummary & Partial<Known> };

/** What is known of a counterparty; of a whole card, each field with its history. */
export function CardDetails({ card }: Props) {
  const t = useTranslations('counterparties');
  const locale = useLocale();
  const ownText = useOwnValueText();
  const isWhole = card.version !== undefined;
  const entry = (field: CardField, value: ReactNode) => ({
    term: isWhole ? (
      <FieldHistory counterpartyId={card.id} field={field} label={t(`fields.${field}`)} />
    ) : (
      t(`fields.${field}`)
    ),
    value: value || '—',
  });
  const filled = (field: ShownWhenFilled, isFilled: boolean, value: ReactNode) =>
    isFilled || card.emptiedFields?.includes(field) ? entry(field, isFilled && value) : null;
  return (
    <DescriptionList
      entries={[
        entry('category', card.category),
        entry('city', card.city),
        card.inn === undefined ? null : entry('inn', <Inn inn={card.inn} />),
        filled('kpp', Boolean(card.kpp), card.kpp),
        entry('contactPerson', card.contactPerson),
        entry(
          'phones',
          card.phones.length > 0 &&
            card.phones.map((phone, index) => (
              <CardPhone key={index} phone={phone} counterpartyId={card.id} />
            )),
        ),
        filled(
          'emails',
          Boolean(card.emails?.length),
          card.emails?.map((address) => <EmailLink key={address} address={address} />),
        ),
        filled(
          'contacts',
          Boolean(card.contacts?.length),
          <CardContacts contacts={card.contacts ?? []} counterpartyId={card.id} />,
        ),
        entry('contracts', card.contracts.join(', ')),
        filled('products', Boolean(card.products?.length), card.products?.map(({ name }) => name).join(', ')),
        filled('priceType', Boolean(card.priceType), card.priceType),
        card.assignedTo === undefined ? null : entry('assignedTo', card.assignedTo?.name ?? t('nobody')),
        ...(card.ownFields ?? []).map((field) => ({
          term: (
            <FieldHistory
              counterpartyId={card.id}
              field={ownFieldKey(field.id)}
              label={localizedName(field, locale)}
            />
          ),
          value: ownText(field.kind, field.value) || '—',
        })),
        filled('note', Boolean(card.note), <span className="whitespace-pre-line">{card.note}</span>),
      ]}
    />
  );
}

/** With a word on whether its check digits are right. */
function Inn({ inn }: { inn: string }) {
  const t = useTranslations('counterparties');
  if (inn === '') return '—';
  const warning = checkInn(inn);
  return (
    <span className="flex flex-wrap items-center gap-1">
      <span className="tabular-nums">{inn}</span>
      {warning ? (
        <Badge tone="warning">{t(`innWarning.${warning}`)}</Badge>
      ) : (
        <Check role="img" aria-label={t('innRight')} className="size-4 text-good-ink" />
      )}
    </span>
  );
}
