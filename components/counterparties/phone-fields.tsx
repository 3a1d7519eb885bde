'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useCityDirectory } from '@/components/cities/city-directory-provider';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { TextField } from '@/components/ui/text-field';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { emptyPhone, type PhoneForm } from './card-form';
import { phoneWarning } from './phone-warning';

type Props = {
  phones: PhoneForm[];
  /** Completes local numbers. */
  city: string;
  onChange: (phones: PhoneForm[]) => void;
  errorOf: (index: number) => string | undefined;
};

/** The phones of a card, each as typed; a number that cannot be read is kept with a warning. */
export function PhoneFields({ phones, city, onChange, errorOf }: Props) {
  const t = useTranslations('counterparties');
  const directory = useCityDirectory();
  const replace = (key: string, change: Partial<PhoneForm>) =>
    onChange(phones.map((phone) => (phone.key === key ? { ...phone, ...change } : phone)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 desk:col-span-2">
      <legend className="mb-1 font-medium text-sm text-soft">{t('fields.phones')}</legend>
      {phones.map((phone, index) => {
        const warning = phoneWarning(phone.raw, city, directory);
        return (
          <div key={phone.key} className="flex items-start gap-2">
            <TextField
              label={t('fields.phone')}
              labelHidden
              inputMode="tel"
              maxLength={cardLimits.phone}
              className="flex-1"
              value={phone.raw}
              onValueChange={(raw) => replace(phone.key, { raw })}
              warning={warning && t(`phoneWarning.${warning}`)}
              error={errorOf(index)}
            />
            <TextField
              label={t('fields.phoneExtension')}
              labelHidden
              placeholder={t('fields.phoneExtension')}
              inputMode="numeric"
              maxLength={cardLimits.phoneExtension}
              className="w-24"
              value={phone.extension}
              onValueChange={(extension) => replace(phone.key, { extension })}
            />
            <IconButton
              label={t('removePhone')}
              icon={<Trash2 />}
              onClick={() => onChange(phones.filter((one) => one.key !== phone.key))}
            />
          </div>
        );
      })}
      <Button
        variant="quiet"
        size="small"
        icon={<Plus />}
        className="w-fit"
        onClick={() => onChange([...phones, emptyPhone()])}
      >
        {t('addPhone')}
      </Button>
    </fieldset>
  );
}
