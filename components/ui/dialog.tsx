'use client';

import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import clsx from 'clsx';
import { X } from 'lucide-react';
import type { ReactElement, ReactNode, RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from './icon-button';

export type DialogProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The button that opens it, when it is not opened from elsewhere. */
  trigger?: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** Buttons at the lower edge, the main one last. */
  footer?: ReactNode;
  /** Where the focus goes at opening; by default to the first thing one can use. */
  initialFocus?: RefObject<HTMLElement | null>;
  children?: ReactNode;
};

const SIZES = { small: 'max-w-md', medium: 'max-w-2xl', large: 'max-w-5xl' };

/**
 * A window over the page. It keeps the focus but leaves the call bar above it usable, and a press beside it does not
 * close it: what was typed is not lost by a slip of the mouse.
 */
export function Dialog({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  size = 'small',
  footer,
  initialFocus,
  children,
}: DialogProps) {
  const t = useTranslations('common');
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange} modal="trap-focus" disablePointerDismissal>
      {trigger ? <BaseDialog.Trigger render={trigger} /> : null}
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
