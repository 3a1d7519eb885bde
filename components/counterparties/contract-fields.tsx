'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { TextField } from '@/components/ui/text-field';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { type ContractForm, emptyContract } from './card-form';

type Props = {
  contracts: ContractForm[];
  onChange: (contracts: ContractForm[]) => void;
  errorOf: (index: number) => string | undefined;
};

/** The contract numbers by which support finds a client (IN-4). */
export function ContractFields({ contracts, onChange, errorOf }: Props) {
  const t = useTranslations('counterparties');
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 desk:col-span-2">
      <legend className="mb-1 font-medium text-sm text-soft">{t('fields.contracts')}</legend>
      {contracts.map((contract, index) => (
        <div key={contract.key} className="flex items-start gap-2">
          <TextField
            label={t('fields.contract')}
            labelHidden
            maxLength={cardLimits.contract}
            className="flex-1"
            value={contract.number}
            onValueChange={(number) =>
              onChange(contracts.map((one) => (one.key === contract.key ? { ...one, number } : one)))
            }
            error={errorOf(index)}
          />
          <IconButton
            label={t('removeContract')}
            icon={<Trash2 />}
            onClick={() => onChange(contracts.filter((one) => one.key !== contract.key))}
          />
        </div>
      ))}
      <Button
        variant="quiet"
        size="small"
        icon={<Plus />}
        className="w-fit"
        onClick={() => onChange([...contracts, emptyContract()])}
      >
        {t('addContract')}
      </Button>
    </fieldset>
  );
}
