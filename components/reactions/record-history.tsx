'use client';

import { Pencil } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Timeline } from '@/components/ui/timeline';
import type { RecordChange } from '@/lib/domain/reactions/reaction-views';

type Props = {
  label: string;
  emptyText: string;
  changes: readonly RecordChange[];
  fieldName: (field: string) => string;
  /** A value in words; undefined leaves it to the usual writing. */
  valueText?: (field: string, value: unknown) => string | undefined;
};

/** Who changed which field of a record, from what to what. */
export function RecordHistory({ label, emptyText, changes, fieldName, valueText }: Props) {
  const t = useTranslations('counterparties');
  const format = useFormatter();
  if (changes.length === 0) return <p className="text-faint">{emptyText}</p>;
  const text = (field: string, value: unknown) =>
    valueText?.(field, value) ?? (plainText(value) || t('emptyValue'));
  return (
    <Timeline
      label={label}
      entries={changes.map((change, index) => ({
        key: `${change.at} ${index}`,
        time: format.dateTime(change.at, 'dateTime'),
        icon: <Pencil />,
        title: change.employeeName ?? t('systemChange'),
        detail: (
          <>
            {Object.entries(change.fields).map(([field, { from, to }]) => (
              <span key={field} className="block">
                {fieldName(field)}: {text(field, from)} → {text(field, to)}
              </span>
            ))}
            {change.reason ? <span className="block">«{change.reason}»</span> : null}
          </>
        ),
      }))}
    />
  );
}

function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainText).join(', ');
  return value === null || value === undefined ? '' : String(value);
}
