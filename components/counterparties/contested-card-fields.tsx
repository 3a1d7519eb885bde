'use client';

import { useTranslations } from 'use-intl';
import { ContestedNotice } from '@/components/form-notices';
import { type ContestedFields, useContestedNotes } from '@/components/ui/contested-field';
import type { CardForm } from './card-form';
import { contestedText } from './contested-card';
import { useCardFieldWords } from './use-card-field-words';

type Props = {
  fields: ContestedFields;
  /** Whose client the card is now. */
  assignedTo: { name: string } | null;
};

/** The fields of a card that others changed too, with what they wrote and the choice between both. */
export function ContestedCardFields({ fields, assignedTo }: Props) {
  const t = useTranslations('counterparties');
  const nav = useTranslations('settings.nav');
  const { fieldName, valueText } = useCardFieldWords();
  const noteOn = useContestedNotes(fields);
  const say = (name: keyof CardForm) => (theirs: unknown) =>
    contestedText(name, { [name]: theirs } as CardForm, {
      status: (status) => t(`status.${status}`),
      assignedTo: assignedTo?.name ?? t('nobody'),
      ownField: (key, value) => `${fieldName(key)}: ${valueText?.(key, value) ?? value}`,
    });
  const names = fields.contested.map(({ name }) => name as keyof CardForm);
  return (
    <>
      <ContestedNotice isContested={names.length > 0} />
      {names.map((name) => (
        <div key={name} className="flex flex-col gap-1">
          <p className="font-medium text-sm">{name === 'ownFields' ? nav('card-fields') : fieldName(name)}</p>
          {noteOn(name, say(name))}
        </div>
      ))}
    </>
  );
}
