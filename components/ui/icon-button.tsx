'use client';

import clsx from 'clsx';
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style';
import { Spinner } from './spinner';
import { Tooltip } from './tooltip';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'disabled' | 'children' | 'aria-label'> & {
  /** Names the button for everybody: tooltip and accessible name. */
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** For a button that stays pressed (mute, hold). */
  pressed?: boolean;
  busy?: boolean;
  disabledReason?: string | null;
  tooltipSide?: 'top' | 'right' | 'bottom' | 'left';
};

export function IconButton({
  label,
  icon,
  variant = 'quiet',
  size = 'medium',
  pressed,
  busy = false,
  disabledReason,
  tooltipSide,
  type = 'button',
  className,
  onClick,
  ...rest
}: IconButtonProps) {
  const reasonId = useId();
  const isOff = busy || Boolean(disabledReason);
  const refuse = (event: MouseEvent) => event.preventDefault();

  return (
    <>
      <Tooltip content={disabledReason ? `${label}: ${disabledReason}` : label} side={tooltipSide}>
        <button
          {...rest}
          type={type}
          aria-label={label}
          aria-pressed={pressed}
          aria-disabled={isOff || undefined}
          aria-busy={busy || undefined}
          aria-describedby={clsx(rest['aria-describedby'], disabledReason && reasonId) || undefined}
          className={clsx(
            buttonStyle({
              variant: pressed ? 'primary' : variant,
              size,
              isOff: isOff && !busy,
              isSquare: true,
            }),
            className,
          )}
          onClick={isOff ? refuse : onClick}
        >
          {busy ? <Spinner /> : icon}
        </button>
      </Tooltip>
      {disabledReason ? (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      ) : null}
    </>
  );
}
