'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import type { ApiError } from '@/components/api-error';
import { CsvButton } from '@/components/exports/csv-button';
import { MoreRowsFoot } from '@/components/more-rows-foot';
import { IconButton } from '@/components/ui/icon-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify, notifyOfLoss } from '@/components/ui/notify';
import { Panel } from '@/components/ui/panel';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { useMoreRows } from '@/components/use-more-rows';
import type { AttachmentView } from '@/lib/domain/attachments/attachments.contract';
import type { Page } from '@/lib/domain/paging';
import { AddFile } from './add-file';
import { FileLink } from './file-link';
import { useSizeWords } from './use-size-words';

type Props = { counterpartyId: string; appealId?: string; first: Page<AttachmentView> };

/** The files of a card, or of one of its appeals, newest first. */
export function AttachmentsPanel({ counterpartyId, appealId, first }: Props) {
  const t = useTranslations('attachments');
  const words = useErrorWords();
  const refusal = useRemovalWords();
  const router = useRouter();
  const rows = useMoreRows(
    first,
    `/counterparties/${counterpartyId}/attachments`,
    appealId ? { appealId } : {},
  );
  const restore = async (id: string) => {
    try {
      await api.post(`/attachments/${id}/restore`);
      notify(t('restored'));
    } catch (error) {
      notifyOfLoss(words.ofError(error));
    }
    router.refresh();
  };
  const remove = useChange((id: string, { key }) => api.delete(`/attachments/${id}`, undefined, { key }), {
    onDone: (_, id) => {
      notify(t('removed'), { action: { label: t('undo'), onClick: () => void restore(id) } });
      router.refresh();
    },
  });
  return (
    <Panel
      title={t('title')}
      actions={
        first.rows.length > 0 ? (
          <CsvButton list="attachments" filters={{ counterpartyId, appealId }} size="small" />
        ) : null
      }
    >
      <div className="flex flex-col gap-3">
        {rows.rows.length === 0 ? <p className="text-faint">{t('empty')}</p> : null}
        <ul className="flex flex-col gap-2 empty:hidden">
          {rows.rows.map((file) => (
            <OneFile
              key={file.id}
              file={file}
              isOfAppeal={!appealId && file.appealId !== null}
              onRemove={() => void remove.run(file.id)}
            />
          ))}
        </ul>
        {remove.error ? <InlineAlert tone="danger">{refusal(remove.error)}</InlineAlert> : null}
        <MoreRowsFoot {...rows} shownCount={rows.rows.length} />
        <AddFile counterpartyId={counterpartyId} appealId={appealId} />
      </div>
    </Panel>
  );
}

const reasons = ['letterOfRound', 'letterOfSettledMonth'] as const;

/** Why a file was not removed. */
function useRemovalWords(): (error: ApiError) => string {
  const t = useTranslations('attachments.errors');
  const words = useErrorWords();
  return (error) => {
    const reason = reasons.find((one) => one === error.details.reason);
    return reason ? t(reason) : words.ofError(error);
  };
}

type OneProps = { file: AttachmentView; isOfAppeal: boolean; onRemove: () => void };

function OneFile({ file, isOfAppeal, onRemove }: OneProps) {
  const t = useTranslations('attachments');
  const format = useFormatter();
  const size = useSizeWords();
  const about = [
    size(file.byteLength),
    file.createdBy?.name,
    format.dateTime(file.createdAt, 'dateTime'),
    isOfAppeal && t('ofAppeal'),
  ];
  return (
    <li className="flex items-start gap-1">
      <div className="min-w-0 flex-1">
        <FileLink file={file} />
        <span className="block text-soft text-sm">{about.filter(Boolean).join(' · ')}</span>
      </div>
      {file.may.remove ? (
        <IconButton
          size="small"
          label={t('remove', { name: file.name })}
          icon={<Trash2 />}
          onClick={onRemove}
        />
      ) : null}
    </li>
  );
}
