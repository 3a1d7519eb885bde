'use client';

import { useTranslations } from 'use-intl';
import type { CardChange } from '@/lib/domain/counterparties/card-timeline';
import type { RecordChange } from '@/lib/domain/reactions/reaction-views';

export type FieldWords = {
  fieldName: (field: string) => string;
  /** A value in words; undefined leaves it to the usual writing. */
  valueText?: (field: string, value: unknown) => string | undefined;
};

/** What a change did to each field, and why; of a card that became another one, which it was. */
export function ChangedFieldList({
  change,
  fieldName,
  valueText,
}: FieldWords & { change: RecordChange & Partial<Pick<CardChange, 'mergedCard'>> }) {
  const t = useTranslations('counterparties');
  const text = (field: string, value: unknown) =>
    valueText?.(field, value) ?? (plainText(value) || t('emptyValue'));
  return (
    <>
      {Object.entries(change.fields).map(([field, { from, to }]) => (
        <span key={field} className="block">
          {fieldName(field)}: {text(field, from)} → {text(field, to)}
        </span>
      ))}
      {change.mergedCard ? (
        <span className="block">{t('changeOfMerged', { name: change.mergedCard })}</span>
      ) : null}
      {change.reason ? <span className="block">«{change.reason}»</span> : null}
    </>
  );
}

function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainText).join(', ');
  return value === null || value === undefined ? '' : String(value);
}
