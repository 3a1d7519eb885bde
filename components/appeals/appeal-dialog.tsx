'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ApiError } from '@/components/api-error';
import { OutdatedNotice, RestoredNotice } from '@/components/form-notices';
import { FolderOfRefusal } from '@/components/reactions/folder-of-refusal';
import { useRefusalWords } from '@/components/reactions/refusal-words';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
import type { AppealView } from '@/lib/domain/reactions/reaction-views';

/** `appeal` is the newest one; the dialog remembers which version it was opened with. */
export type AppealDialogProps = { appeal: AppealView; onClose: () => void };

type Props = {
  title: string;
  description?: string;
  confirm: string;
  change: { busy: boolean; error: ApiError | null; clearError: () => void };
  edition: { isRestored: boolean; startAnew: () => void; isOutdated: boolean; takeOver: () => void };
  size?: 'small' | 'large';
  onClose: () => void;
  onSave: () => void;
  children: ReactNode;
};

/** A change of one appeal. */
export function AppealDialog({ title, description, confirm, change, edition, size, ...rest }: Props) {
  const t = useTranslations('appeals');
  const common = useTranslations('common');
  const refusalWords = useRefusalWords();
  const { onClose, onSave, children } = rest;
  const { error, busy } = change;
  const isOutdated = edition.isOutdated && !busy;
  const takeOver = () => {
    edition.takeOver();
    change.clearError();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size={size}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            busy={busy}
            disabledReason={isOutdated ? common('kept.outdated') : null}
            onClick={onSave}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <RestoredNotice {...edition} />
        <OutdatedNotice isOutdated={isOutdated} takeOver={takeOver} />
        {error && Object.keys(error.fields).length === 0 ? (
          <InlineAlert tone="danger" urgent>
            {error.code === 'conflict' ? t('stale') : refusalWords(error)}
            <FolderOfRefusal error={error} />
          </InlineAlert>
        ) : null}
        {children}
      </div>
    </Dialog>
  );
}
