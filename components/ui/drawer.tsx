'use client';

import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import clsx from 'clsx';
import { X } from 'lucide-react';
import type { ReactElement, ReactNode, RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { buttonStyle } from './button-style';

type Props = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  /** `wide` is for a card with several columns. */
  size?: 'narrow' | 'wide';
  footer?: ReactNode;
  initialFocus?: RefObject<HTMLElement | null>;
  children?: ReactNode;
};

/** A panel at the right edge; the page beside it stays in sight and usable. On a phone it takes the whole width. */
export function Drawer({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  size = 'narrow',
  footer,
  initialFocus,
  children,
}: Props) {
  const t = useTranslations('common');
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange} modal={false} disablePointerDismissal>
      {trigger ? <BaseDialog.Trigger render={trigger} /> : null}
      <BaseDialog.Portal>
        <BaseDialog.Popup
          initialFocus={initialFocus}
          className={clsx(
            'fixed top-(--shell-top,0px) right-0 bottom-0 z-30 flex w-full flex-col border-line border-l bg-raised text-ink shadow-raised outline-none',
            'transition-transform duration-150 data-ending-style:translate-x-full data-starting-style:translate-x-full',
            size === 'narrow' ? 'max-w-md' : 'max-w-3xl',
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
          {/* Without a tooltip, which opens with the focus and would take the first Escape for itself. */}
          <BaseDialog.Close
            aria-label={t('close')}
            className={clsx(
              buttonStyle({ variant: 'quiet', size: 'medium', isSquare: true }),
              'absolute top-2 right-2',
            )}
          >
            <X />
          </BaseDialog.Close>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
