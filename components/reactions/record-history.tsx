'use client';

import { Pencil } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Timeline } from '@/components/ui/timeline';
import type { CardChange } from '@/lib/domain/counterparties/card-timeline';
import type { RecordChange } from '@/lib/domain/reactions/reaction-views';
import { ChangedFieldList, type FieldWords } from './changed-field-list';

type Props = FieldWords & {
  label: string;
  emptyText: string;
  changes: readonly (RecordChange & Partial<Pick<CardChange, 'mergedCard'>>)[];
};

/** Who changed which field of a record, from what to what. */
export function RecordHistory({ label, emptyText, changes, ...words }: Props) {
  const t = useTranslations('counterparties');
  const format = useFormatter();
  if (changes.length === 0) return <p className="text-faint">{emptyText}</p>;
  return (
    <Timeline
      label={label}
      entries={changes.map((change, index) => ({
        key: `${change.at} ${index}`,
        time: format.dateTime(change.at, 'dateTime'),
        icon: <Pencil />,
        title: change.employeeName ?? t('systemChange'),
        detail: <ChangedFieldList change={change} {...words} />,
      }))}
    />
  );
}
