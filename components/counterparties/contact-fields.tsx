'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { TextField } from '@/components/ui/text-field';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { type ContactForm, emptyContact } from './card-form';

type Props = {
  contacts: ContactForm[];
  onChange: (contacts: ContactForm[]) => void;
  errorOf: (path: string) => string | undefined;
};

/** The people to talk to at a counterparty, each with what reaches them. */
export function ContactFields({ contacts, onChange, errorOf }: Props) {
  const t = useTranslations('counterparties');
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 desk:col-span-2">
      <legend className="mb-1 font-medium text-sm text-soft">{t('fields.contacts')}</legend>
      {contacts.map((contact, index) => (
        <OneContact
          key={contact.key}
          contact={contact}
          number={index + 1}
          onChange={(changed) => onChange(contacts.map((one) => (one.key === contact.key ? changed : one)))}
          onRemove={() => onChange(contacts.filter((one) => one.key !== contact.key))}
          errorOf={(field) => errorOf(`${index}.${field}`)}
        />
      ))}
      <Button
        variant="quiet"
        size="small"
        icon={<Plus />}
        className="w-fit"
        onClick={() => onChange([...contacts, emptyContact()])}
      >
        {t('addContact')}
      </Button>
    </fieldset>
  );
}

type OneProps = {
  contact: ContactForm;
  number: number;
  onChange: (contact: ContactForm) => void;
  onRemove: () => void;
  errorOf: (field: string) => string | undefined;
};

function OneContact({ contact, number, onChange, onRemove, errorOf }: OneProps) {
  const t = useTranslations('counterparties');
  const field = (name: Exclude<keyof ContactForm, 'key'>) => ({
    value: contact[name],
    onValueChange: (value: string) => onChange({ ...contact, [name]: value }),
    error: errorOf(name),
  });
  return (
    <fieldset
      aria-label={t('contactNumber', { number: String(number) })}
      className="flex min-w-0 items-start gap-2 rounded-md border border-line p-2"
    >
      <div className="grid min-w-0 flex-1 gap-2 desk:grid-cols-2">
        <TextField
          label={t('fields.contactName')}
          required
          maxLength={cardLimits.contactPerson}
          {...field('name')}
        />
        <TextField label={t('fields.contactRole')} maxLength={cardLimits.contactRole} {...field('role')} />
        <div className="flex gap-2">
          <TextField
            label={t('fields.contactPhone')}
            inputMode="tel"
            maxLength={cardLimits.phone}
            className="flex-1"
            {...field('phone')}
          />
          <TextField
            label={t('fields.phoneExtension')}
            inputMode="numeric"
            maxLength={cardLimits.phoneExtension}
            className="w-20"
            {...field('phoneExtension')}
          />
        </div>
        <TextField
          label={t('fields.contactEmail')}
          inputMode="email"
          maxLength={cardLimits.email}
          {...field('email')}
        />
        <TextField
          label={t('fields.birthday')}
          placeholder={t('birthdayHint')}
          maxLength={20}
          {...field('birthday')}
        />
      </div>
      <IconButton label={t('removeContact')} icon={<Trash2 />} onClick={onRemove} />
    </fieldset>
  );
}
