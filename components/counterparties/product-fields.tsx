'use client';

import { useTranslations } from 'use-intl';
import { useChoices } from '@/components/reactions/use-choices';
import { CheckboxField } from '@/components/ui/checkbox-field';

type Product = { id: string; name: string };
type Props = { products: Product[]; isWanted: boolean; onChange: (products: Product[]) => void };

/** Which of our products the counterparty has; one that is no longer sold stays until it is taken away. */
export function ProductFields({ products, isWanted, onChange }: Props) {
  const t = useTranslations('counterparties');
  const { choices } = useChoices(isWanted);
  const offered = choices?.projects ?? [];
  const all = [...offered, ...products.filter(({ id }) => !offered.some((one) => one.id === id))];
  if (all.length === 0) return null;
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-x-4 gap-y-1 desk:col-span-2">
      <legend className="mb-1 font-medium text-sm text-soft">{t('fields.products')}</legend>
      {all.map((product) => (
        <CheckboxField
          key={product.id}
          label={product.name}
          value={products.some(({ id }) => id === product.id)}
          onValueChange={(isChosen) =>
            onChange(isChosen ? [...products, product] : products.filter(({ id }) => id !== product.id))
          }
        />
      ))}
    </fieldset>
  );
}
