'use client';

import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CallButton } from '@/components/calls/outgoing/call-button';
import { copyText } from '@/components/copy-text';
import { Badge } from '@/components/ui/badge';
import { DescriptionList } from '@/components/ui/description-list';
import { IconButton } from '@/components/ui/icon-button';
import { notify } from '@/components/ui/notify';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { PhoneText, usePhoneText } from './phone-text';

type Props = { card: CardSummary & Partial<Pick<CardPage['card'], 'note' | 'assignedTo' | 'emails'>> };

/** What is known of a counterparty. */
export function CardDetails({ card }: Props) {
  const t = useTranslations('counterparties');
  return (
    <DescriptionList
      entries={[
        { term: t('fields.category'), value: card.category },
        { term: t('fields.city'), value: card.city || '—' },
        { term: t('fields.contactPerson'), value: card.contactPerson },
        {
          term: t('fields.phones'),
          value:
            card.phones.length === 0
              ? '—'
              : card.phones.map((phone, index) => <CardPhone key={index} phone={phone} card={card} />),
        },
        card.emails && card.emails.length > 0
          ? {
              term: t('fields.emails'),
              value: <span className="[overflow-wrap:anywhere]">{card.emails.join(', ')}</span>,
            }
          : null,
        { term: t('fields.contracts'), value: card.contracts.join(', ') || '—' },
        card.assignedTo === undefined
          ? null
          : { term: t('fields.assignedTo'), value: card.assignedTo?.name ?? t('nobody') },
        card.note
          ? {
              term: t('fields.note'),
              value: <span className="whitespace-pre-line">{card.note}</span>,
            }
          : null,
      ]}
    />
  );
}

/** One press calls the number, another copies it the way machines dial it. */
function CardPhone({ phone, card }: { phone: CardSummary['phones'][number]; card: CardSummary }) {
  const t = useTranslations('counterparties');
  const common = useTranslations('common');
  const phoneText = usePhoneText();
  const [isRefused, setRefused] = useState(false);
  return (
    <span className="flex flex-wrap items-center gap-1">
      <PhoneText phone={phone} />
      {phone.e164 ? (
        <CallButton to={{ phone: phone.e164, counterpartyId: card.id }} name={phoneText(phone)} />
      ) : null}
      {phone.e164 ? (
        <IconButton
          size="small"
          label={t('copyPhone')}
          icon={<Copy />}
          onClick={() =>
            void copyText(phone.e164!).then((isCopied) => {
              setRefused(!isCopied);
              if (isCopied) notify(common('copied'));
            })
          }
        />
      ) : (
        <Badge tone="warning">{t('unreadPhone')}</Badge>
      )}
      {isRefused ? (
        <span role="alert" className="text-sm text-warn-ink">
          {t('copyPhoneFailed')}
        </span>
      ) : null}
    </span>
  );
}
