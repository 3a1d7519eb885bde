'use client';

import { useTranslations } from 'use-intl';
import type { RecordChange } from '@/lib/domain/reactions/reaction-views';

export type FieldWords = {
  fieldName: (field: string) => string;
  /** A value in words; undefined leaves it to the usual writing. */
  valueText?: (field: string, value: unknown) => string | undefined;
};

/** What a change did to each field, and why. */
export function ChangedFieldList({ change, fieldName, valueText }: FieldWords & { change: RecordChange }) {
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
      {change.reason ? <span className="block">«{change.reason}»</span> : null}
    </>
  );
}

function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainText).join(', ');
  return value === null || value === undefined ? '' : String(value);
}
