'use client';

import { Plus } from 'lucide-react';
import { useWatch } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import { z } from 'zod';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { FormNumberField, FormSelect, FormTextArea, FormTextField } from '@/components/ui/form-fields';
import { type CardFieldView, newCardFieldSchema } from '@/lib/domain/counterparties/card-fields.contract';
import { type CardFieldKind, cardFieldKinds, ownFieldLimits } from '@/lib/domain/counterparties/own-field';
import { localizedName } from '@/lib/domain/localized-name';
import { EntryDialog } from './entry-dialog';

/** Choices are typed one on each line; an empty place is the last. */
const typedField = newCardFieldSchema.extend({
  nameEn: newCardFieldSchema.shape.name.or(z.literal('')),
  choices: z
    .string()
    .transform((typed) =>
      typed
        .split('\n')
        .map((choice) => choice.trim())
        .filter(Boolean),
    )
    .pipe(newCardFieldSchema.shape.choices.unwrap()),
  position: newCardFieldSchema.shape.position.unwrap().nullable(),
});

const empty = { name: '', nameEn: '', kind: 'text' as const, choices: '', position: null };

export function AddCardField() {
  const t = useTranslations('cardFields');
  return (
    <EntryDialog
      trigger={
        <Button variant="primary" icon={<Plus />}>
          {t('add')}
        </Button>
      }
      title={t('add')}
      description={t('hint')}
      schema={typedField}
      defaultValues={empty}
      keptAs="new card field"
      send={({ position, ...field }, options) =>
        api.post('/card-fields', position === null ? field : { ...field, position }, options)
      }
      savedMessage={t('saved')}
      submitLabel={t('add')}
    >
      <Fields isKindAsked />
    </EntryDialog>
  );
}

export function EditCardField({ field }: { field: CardFieldView }) {
  const t = useTranslations('cardFields');
  const common = useTranslations('common');
  const locale = useLocale();
  const { name, nameEn, kind, choices, position } = field;
  return (
    <EntryDialog
      trigger={
        <Button
          size="small"
          variant="quiet"
          aria-label={`${common('edit')}: ${localizedName(field, locale)}`}
        >
          {common('edit')}
        </Button>
      }
      title={t('edit')}
      schema={typedField}
      defaultValues={{ name, nameEn, kind, choices: choices.join('\n'), position }}
      keptAs={`card field ${field.id}`}
      send={({ kind: _, position: place, ...changed }, options) =>
        api.patch(
          `/card-fields/${field.id}`,
          { ...changed, ...(place === null ? {} : { position: place }) },
          options,
        )
      }
      savedMessage={t('saved')}
    >
      <Fields />
    </EntryDialog>
  );
}

function Fields({ isKindAsked = false }: { isKindAsked?: boolean }) {
  const t = useTranslations('cardFields');
  const kind = useWatch({ name: 'kind' }) as CardFieldKind;
  return (
    <>
      <FormTextField name="name" label={t('name')} maxLength={ownFieldLimits.name} required />
      <FormTextField name="nameEn" label={t('nameEn')} maxLength={ownFieldLimits.name} lang="en" />
      {isKindAsked ? (
        <FormSelect
          name="kind"
          label={t('kind')}
          options={cardFieldKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          required
        />
      ) : null}
      {kind === 'choice' ? (
        <FormTextArea name="choices" label={t('choices')} hint={t('choicesHint')} required />
      ) : null}
      <FormNumberField name="position" label={t('position')} min={1} max={1000} />
    </>
  );
}
