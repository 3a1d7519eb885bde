'use client';

import { Popover as BasePopover } from '@base-ui/react/popover';
import clsx from 'clsx';
import { POPUP_STYLE } from './control-style';
import type { PopoverProps } from './popover';
import { type Press, usePressAgain } from './press';

/** A popover with its button, which is pressed once more when the popover has come after the press. */
export function PopoverWindow({
  trigger,
  press,
  title,
  label,
  open,
  onOpenChange,
  align = 'start',
  className,
  children,
}: PopoverProps & { press: Press }) {
  const button = usePressAgain(press);
  return (
    <BasePopover.Root open={open} onOpenChange={onOpenChange}>
      <BasePopover.Trigger ref={button} render={trigger} />
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
