'use client';

import { AlertDialog as BaseAlertDialog } from '@base-ui/react/alert-dialog';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { AlertDialogProps } from './alert-dialog';
import { Button } from './button';
import { InlineAlert } from './inline-alert';

type Props = Omit<AlertDialogProps, 'open' | 'trigger'>;

/** What is asked while the question stands. */
export function AlertDialogWindow({
  onOpenChange,
  title,
  text,
  confirmLabel,
  cancelLabel,
  tone = 'danger',
  onConfirm,
  busy,
  disabledReason,
  error,
  children,
}: Props) {
  const t = useTranslations('common');
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <BaseAlertDialog.Root open onOpenChange={onOpenChange}>
      <BaseAlertDialog.Portal>
        <BaseAlertDialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <BaseAlertDialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-4 pt-[calc(var(--shell-top,3rem)+2rem)]">
          <BaseAlertDialog.Popup
            initialFocus={children ? undefined : cancel}
            className="flex max-h-full w-full max-w-md flex-col gap-3 overflow-y-auto rounded-lg border border-line bg-raised p-4 text-ink shadow-raised outline-none"
          >
            <BaseAlertDialog.Title className="font-semibold text-lg">{title}</BaseAlertDialog.Title>
            <BaseAlertDialog.Description className="text-soft">{text}</BaseAlertDialog.Description>
            {children}
            {error ? <InlineAlert tone="danger">{error}</InlineAlert> : null}
            <div className="flex flex-wrap justify-end gap-2 pt-1">
              <BaseAlertDialog.Close render={<Button ref={cancel}>{cancelLabel ?? t('cancel')}</Button>} />
              <Button variant={tone} busy={busy} disabledReason={disabledReason} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </div>
          </BaseAlertDialog.Popup>
        </BaseAlertDialog.Viewport>
      </BaseAlertDialog.Portal>
    </BaseAlertDialog.Root>
  );
}
