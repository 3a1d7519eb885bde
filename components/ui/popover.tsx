'use client';

import { Popover as BasePopover } from '@base-ui/react/popover';
import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { POPUP_STYLE } from './control-style';

type Props = {
  trigger: ReactElement;
  title?: ReactNode;
  /** Names it when there is no title. */
  label?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  className?: string;
  children: ReactNode;
};

/** A small panel beside its button, for reading and for one or two controls. */
export function Popover({
  trigger,
  title,
  label,
  open,
  onOpenChange,
  align = 'start',
  className,
  children,
}: Props) {
  return (
    <BasePopover.Root open={open} onOpenChange={onOpenChange}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-50">
          <BasePopover.Popup
            aria-label={title ? undefined : label}
            className={clsx(
              POPUP_STYLE,
              'max-h-(--available-height) max-w-[min(24rem,var(--available-width))] overflow-y-auto p-3',
              className,
            )}
          >
            {title ? <BasePopover.Title className="mb-2 font-semibold">{title}</BasePopover.Title> : null}
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
