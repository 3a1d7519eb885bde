'use client';

import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import clsx from 'clsx';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { DialogProps } from './dialog';
import { IconButton } from './icon-button';

const SIZES = { small: 'max-w-md', medium: 'max-w-2xl', large: 'max-w-5xl' };

type Props = Omit<DialogProps, 'open' | 'trigger'>;

/** What a dialog shows while it is open. */
export function DialogWindow({
  onOpenChange,
  title,
  description,
  size = 'small',
  footer,
  initialFocus,
  children,
}: Props) {
  const t = useTranslations('common');
  return (
    <BaseDialog.Root open onOpenChange={onOpenChange} modal="trap-focus" disablePointerDismissal>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <BaseDialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-4 pt-[calc(var(--shell-top,3rem)+1rem)] phone:items-end phone:p-0">
          <BaseDialog.Popup
            initialFocus={initialFocus}
            className={clsx(
              'relative flex max-h-full w-full flex-col rounded-lg border border-line bg-raised text-ink shadow-raised outline-none phone:max-h-[92dvh] phone:rounded-b-none',
              SIZES[size],
            )}
          >
            <header className="border-line border-b py-3 pr-12 pl-4">
              <div className="min-w-0">
                <BaseDialog.Title className="font-semibold text-lg">{title}</BaseDialog.Title>
                {description ? (
                  <BaseDialog.Description className="text-soft">{description}</BaseDialog.Description>
                ) : null}
              </div>
            </header>
            <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
            {footer ? (
              <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-4 py-3">
                {footer}
              </footer>
            ) : null}
            <BaseDialog.Close
              render={<IconButton label={t('close')} icon={<X />} className="absolute top-2 right-2" />}
            />
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
