'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { RecordHistory } from '@/components/reactions/record-history';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Popover } from '@/components/ui/popover';
import { Spinner } from '@/components/ui/spinner';
import { useErrorWords } from '@/components/use-error-words';
import type { Page } from '@/lib/domain/paging';
import type { RecordChange } from '@/lib/domain/reactions/reaction-views';
import { useCardFieldWords } from './use-card-field-words';

type Props = { counterpartyId: string; field: string; label: string };

/** The name of a field; pressed, it tells who changed the field, when, and what was there before. */
export function FieldHistory({ counterpartyId, field, label }: Props) {
  const t = useTranslations('counterparties');
  const title = t('fieldHistory', { field: label });
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      title={title}
      trigger={
        <button
          type="button"
          aria-label={title}
          className="min-h-6 rounded-sm text-left underline decoration-dotted underline-offset-4 hover:text-ink"
        >
          {label}
        </button>
      }
    >
      {isOpen ? <Changes counterpartyId={counterpartyId} field={field} title={title} /> : null}
    </Popover>
  );
}

function Changes({ counterpartyId, field, title }: Omit<Props, 'label'> & { title: string }) {
  const t = useTranslations('counterparties');
  const common = useTranslations('common');
  const words = useCardFieldWords();
  const errorWords = useErrorWords();
  const [changes, setChanges] = useState<RecordChange[] | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const path = `/counterparties/${counterpartyId}/changes`;
    api.get<Page<RecordChange>>(path, { query: { field }, signal: controller.signal }).then(
      (page) =>
        setChanges(page.rows.map((change) => ({ ...change, fields: { [field]: change.fields[field]! } }))),
      (thrown: unknown) => {
        if (thrown instanceof ApiError) setError(thrown);
      },
    );
    return () => controller.abort();
  }, [counterpartyId, field]);
  if (error) return <InlineAlert tone="danger">{errorWords.ofError(error)}</InlineAlert>;
  if (!changes) {
    return (
      <p role="status" className="flex items-center gap-2">
        <Spinner />
        {common('table.loadingMore')}
      </p>
    );
  }
  return <RecordHistory label={title} emptyText={t('fieldHistoryEmpty')} changes={changes} {...words} />;
}
