'use client';

import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import type { TooltipProps } from './tooltip';

type Props = Pick<TooltipProps, 'content' | 'side'> & {
  anchor: Element;
  onOpenChange: (open: boolean) => void;
  onPointerEnter: () => void;
  onPointerLeave: () => void;
};

/** The words of a tooltip beside what they explain; they stay while the pointer is on them. */
export function TooltipWindow({
  content,
  side,
  anchor,
  onOpenChange,
  onPointerEnter,
  onPointerLeave,
}: Props) {
  return (
    <BaseTooltip.Root open onOpenChange={onOpenChange}>
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner
          anchor={anchor}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
          onPointerEnter={onPointerEnter}
          onPointerLeave={onPointerLeave}
        >
          <BaseTooltip.Popup className="max-w-xs rounded-md bg-ink px-2 py-1 text-canvas text-sm shadow-raised">
            {content}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
