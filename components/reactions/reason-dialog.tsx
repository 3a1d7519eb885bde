'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ApiError } from '@/components/api-error';
import { OutdatedNotice, RestoredNotice } from '@/components/form-notices';
import { FormDialog } from '@/components/ui/form-dialog';
import { RefusalAlert } from './refusal-alert';

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
  const { error, isOutdated } = change;
  const isWholeRefused = error !== null && !isOutdated && Object.keys(error.fields).length === 0;
  return (
    <FormDialog
      onClose={onClose}
      title={title}
      description={description}
      confirmLabel={confirm}
      busy={change.busy}
      disabledReason={isOutdated ? common('kept.outdated') : null}
      onConfirm={save}
      notices={
        <>
          <RestoredNotice {...kept} />
          <OutdatedNotice {...change} />
        </>
      }
      error={isWholeRefused ? <RefusalAlert error={error} /> : null}
    >
      {children}
    </FormDialog>
  );
}
