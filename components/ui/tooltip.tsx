'use client';

import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';

type Props = {
  content: ReactNode;
  /** The element explained: it must take a ref and pass on its props. */
  children: ReactElement;
  side?: 'top' | 'right' | 'bottom' | 'left';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** A short explanation on hover and focus; never the only place of something needed, screen readers do not hear it. */
export function Tooltip({ content, children, side = 'top', open, onOpenChange }: Props) {
  return (
    <BaseTooltip.Root open={open} onOpenChange={onOpenChange}>
      <BaseTooltip.Trigger render={children} delay={400} closeOnClick={false} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <BaseTooltip.Popup className="max-w-xs rounded-md bg-ink px-2 py-1 text-canvas text-sm shadow-raised">
            {content}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
