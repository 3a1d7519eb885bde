'use client';

import { useController } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { useErrorWords } from '@/components/use-error-words';
import { type ChosenEventKind, chosenEventKinds } from '@/lib/domain/webhooks/webhook-event';

/** Of what an address is told; at least one kind. */
export function KindsField({ name }: { name: string }) {
  const t = useTranslations('webhooks');
  const { field, fieldState } = useController({ name });
  const words = useErrorWords();
  const chosen = (field.value ?? []) as ChosenEventKind[];
  return (
    <fieldset aria-describedby={fieldState.error ? `${name}-error` : undefined}>
      <legend className="pb-1 font-medium text-sm">{t('kindsLabel')}</legend>
      <div className="grid grid-cols-1 gap-x-4 desk:grid-cols-2">
        {chosenEventKinds.map((kind) => (
          <CheckboxField
            key={kind}
            label={t(`kinds.${kind}`)}
            value={chosen.includes(kind)}
            onValueChange={(isOn) =>
              field.onChange(
                chosenEventKinds.filter((other) => (other === kind ? isOn : chosen.includes(other))),
              )
            }
            onBlur={field.onBlur}
          />
        ))}
      </div>
      {fieldState.error ? (
        <p id={`${name}-error`} className="pt-1 text-danger-ink text-sm">
          {words.ofField(fieldState.error.message ?? '')}
        </p>
      ) : null}
    </fieldset>
  );
}
