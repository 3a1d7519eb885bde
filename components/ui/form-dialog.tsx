'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { Dialog, type DialogProps } from './dialog';
import { InlineAlert } from './inline-alert';

type Props = Pick<DialogProps, 'title' | 'description' | 'size'> & {
  open?: boolean;
  onClose: () => void;
  /** The verb of the action, never «OK». */
  confirmLabel: string;
  onConfirm: () => void;
  busy?: boolean;
  disabledReason?: string | null;
  /** What the form has to say of itself: that it was typed earlier, or is of an older version. */
  notices?: ReactNode;
  /** Why the whole was refused. */
  error?: ReactNode;
  children: ReactNode;
};

/** A window with fields that are sent as one: cancel first, the saving button last, a refusal above the fields. */
export function FormDialog({
  open = true,
  onClose,
  confirmLabel,
  onConfirm,
  busy,
  disabledReason,
  notices,
  error,
  children,
  ...dialog
}: Props) {
  const t = useTranslations('common');
  return (
    <Dialog
      {...dialog}
      open={open}
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            data-saves
            variant="primary"
            busy={busy}
            disabledReason={disabledReason}
            onClick={onConfirm}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {notices}
        {typeof error === 'string' ? (
          <InlineAlert tone="danger" urgent>
            {error}
          </InlineAlert>
        ) : (
          error
        )}
        {children}
      </div>
    </Dialog>
  );
}
