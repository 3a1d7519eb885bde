'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { TextField } from '@/components/ui/text-field';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { type EmailForm, emptyEmail } from './card-form';

type Props = {
  emails: EmailForm[];
  onChange: (emails: EmailForm[]) => void;
  errorOf: (index: number) => string | undefined;
};

/** The e-mail addresses of a counterparty. */
export function EmailFields({ emails, onChange, errorOf }: Props) {
  const t = useTranslations('counterparties');
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 desk:col-span-2">
      <legend className="mb-1 font-medium text-sm text-soft">{t('fields.emails')}</legend>
      {emails.map((email, index) => (
        <div key={email.key} className="flex items-start gap-2">
          <TextField
            label={t('fields.email')}
            labelHidden
            inputMode="email"
            maxLength={cardLimits.email}
            className="flex-1"
            value={email.address}
            onValueChange={(address) =>
              onChange(emails.map((one) => (one.key === email.key ? { ...one, address } : one)))
            }
            error={errorOf(index)}
          />
          <IconButton
            label={t('removeEmail')}
            icon={<Trash2 />}
            onClick={() => onChange(emails.filter((one) => one.key !== email.key))}
          />
        </div>
      ))}
      <Button
        variant="quiet"
        size="small"
        icon={<Plus />}
        className="w-fit"
        onClick={() => onChange([...emails, emptyEmail()])}
      >
        {t('addEmail')}
      </Button>
    </fieldset>
  );
}
