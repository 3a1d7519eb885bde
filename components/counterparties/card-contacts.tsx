'use client';

import { useTranslations } from 'use-intl';
import { typedBirthday } from '@/lib/domain/counterparties/birthday';
import type { CardContact } from '@/lib/domain/counterparties/card-views';
import { CardPhone } from './card-phone';
import { EmailLink } from './email-link';

type Props = { contacts: readonly CardContact[]; counterpartyId: string };

/** The people to talk to, each with what reaches them. */
export function CardContacts({ contacts, counterpartyId }: Props) {
  const t = useTranslations('counterparties');
  return (
    <ul className="flex flex-col gap-2">
      {contacts.map(({ name, role, phone, email, birthday }, index) => (
        <li key={index}>
          <span className="font-medium">{name}</span>
          {role ? <span className="text-soft">, {role}</span> : null}
          {phone ? <CardPhone phone={phone} counterpartyId={counterpartyId} /> : null}
          {email ? <EmailLink address={email} /> : null}
          {birthday ? (
            <span className="block text-soft text-sm">
              {t('birthdayOn', { date: typedBirthday(birthday) })}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
