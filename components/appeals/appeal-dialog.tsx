'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ApiError } from '@/components/api-error';
import { ContestedNotice, OutdatedNotice, RestoredNotice } from '@/components/form-notices';
import { RefusalAlert } from '@/components/reactions/refusal-alert';
import type { ContestedFields } from '@/components/ui/contested-field';
import { FormDialog } from '@/components/ui/form-dialog';
import type { AppealView } from '@/lib/domain/reactions/reaction-views';

/** `appeal` is the newest one; the dialog remembers which version it was opened with. */
export type AppealDialogProps = { appeal: AppealView; onClose: () => void };

type Props = {
  title: string;
  description?: string;
  confirm: string;
  change: { busy: boolean; error: ApiError | null; clearError: () => void };
  edition: {
    isRestored: boolean;
    startAnew: () => void;
    isOutdated: boolean;
    takeOver: () => void;
    fields: ContestedFields;
  };
  size?: 'small' | 'large';
  onClose: () => void;
  onSave: () => void;
  children: ReactNode;
};

/** A change of one appeal. */
export function AppealDialog({ title, description, confirm, change, edition, size, ...rest }: Props) {
  const t = useTranslations('appeals');
  const common = useTranslations('common');
  const { onClose, onSave, children } = rest;
  const { error, busy } = change;
  const isOutdated = edition.isOutdated && !busy;
  const isContested = edition.fields.contested.length > 0;
  const isToldAbove = isOutdated && error?.code === 'conflict';
  const isWholeRefused = error !== null && !isToldAbove && Object.keys(error.fields).length === 0;
  const takeOver = () => {
    edition.takeOver();
    change.clearError();
  };
  return (
    <FormDialog
      onClose={onClose}
      size={size}
      title={title}
      description={description}
      confirmLabel={confirm}
      busy={busy}
      disabledReason={isOutdated ? common('kept.outdated') : isContested ? common('kept.contested') : null}
      onConfirm={onSave}
      notices={
        <>
          <RestoredNotice {...edition} />
          <OutdatedNotice isOutdated={isOutdated} takeOver={takeOver} />
          <ContestedNotice isContested={isContested} />
        </>
      }
      error={
        isWholeRefused ? (
          <RefusalAlert error={error} words={error.code === 'conflict' ? t('stale') : undefined} />
        ) : null
      }
    >
      {children}
    </FormDialog>
  );
}
