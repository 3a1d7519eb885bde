'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { MoreRowsFoot } from '@/components/more-rows-foot';
import { RecordHistory } from '@/components/reactions/record-history';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Popover } from '@/components/ui/popover';
import { Spinner } from '@/components/ui/spinner';
import { useErrorWords } from '@/components/use-error-words';
import { useMoreRows } from '@/components/use-more-rows';
import type { CardChange } from '@/lib/domain/counterparties/card-timeline';
import type { Page } from '@/lib/domain/paging';
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
  const common = useTranslations('common');
  const errorWords = useErrorWords();
  const [first, setFirst] = useState<Page<CardChange> | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    api
      .get<Page<CardChange>>(pathOf(counterpartyId), { query: { field }, signal: controller.signal })
      .then(setFirst, (thrown: unknown) => {
        if (thrown instanceof ApiError) setError(thrown);
      });
    return () => controller.abort();
  }, [counterpartyId, field]);
  if (error) return <InlineAlert tone="danger">{errorWords.ofError(error)}</InlineAlert>;
  if (!first) {
    return (
      <p role="status" className="flex items-center gap-2">
        <Spinner />
        {common('table.loadingMore')}
      </p>
    );
  }
  return <Pages counterpartyId={counterpartyId} field={field} title={title} first={first} />;
}

function Pages({
  counterpartyId,
  field,
  title,
  first,
}: Omit<Props, 'label'> & { title: string; first: Page<CardChange> }) {
  const t = useTranslations('counterparties');
  const words = useCardFieldWords();
  const rows = useMoreRows(first, pathOf(counterpartyId), { field });
  const changes = rows.rows.map((change) => ({ ...change, fields: { [field]: change.fields[field]! } }));
  return (
    <>
      <RecordHistory label={title} emptyText={t('fieldHistoryEmpty')} changes={changes} {...words} />
      <MoreRowsFoot {...rows} shownCount={changes.length} />
    </>
  );
}

const pathOf = (counterpartyId: string) => `/counterparties/${counterpartyId}/changes`;
