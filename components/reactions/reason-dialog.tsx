'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ApiError } from '@/components/api-error';
import { OutdatedNotice, RestoredNotice } from '@/components/form-notices';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
import { FolderOfRefusal } from './folder-of-refusal';
import { useRefusalWords } from './refusal-words';

type Props = {
  onClose: () => void;
  change: { busy: boolean; error: ApiError | null; isOutdated: boolean; takeOver: () => void };
  kept: { isRestored: boolean; startAnew: () => void };
  save: () => void;
  title: string;
  description?: string;
  confirm: string;
  children: ReactNode;
};

/** A change of one next reaction that needs its reason. */
export function ReasonDialog({ onClose, change, kept, save, title, description, confirm, children }: Props) {
  const common = useTranslations('common');
  const refusalWords = useRefusalWords();
  const { error, isOutdated } = change;
  const isWholeRefused = error !== null && !isOutdated && Object.keys(error.fields).length === 0;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            busy={change.busy}
            disabledReason={isOutdated ? common('kept.outdated') : null}
            onClick={save}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <RestoredNotice {...kept} />
        <OutdatedNotice {...change} />
        {isWholeRefused ? (
          <InlineAlert tone="danger" urgent>
            {refusalWords(error)}
            <FolderOfRefusal error={error} />
          </InlineAlert>
        ) : null}
        {children}
      </div>
    </Dialog>
  );
}
