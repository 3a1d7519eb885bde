'use client';

import clsx from 'clsx';
import { type ComponentProps, type MouseEvent, type ReactNode, useId, useState } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style';
import { KeyHint } from './key-hint';
import { ariaKeys } from './key-names';
import { Spinner } from './spinner';
import { Tooltip } from './tooltip';

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** A key combination of the registry's notation (`ctrl+enter`), shown at the end of the button. */
  keys?: string;
  /** The action runs: the button keeps its focus and ignores presses. */
  busy?: boolean;
  disabled?: boolean;
  /** Why the button cannot be pressed now. The button stays focusable, shows the reason and announces it. */
  disabledReason?: string | null;
};

export function Button({
  variant = 'secondary',
  size = 'medium',
  icon,
  keys,
  busy = false,
  disabled = false,
  disabledReason,
  type = 'button',
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const [isReasonOpen, setReasonOpen] = useState(false);
  const isOff = busy || disabled || Boolean(disabledReason);

  const refuse = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setReasonOpen(true);
  };

  const button = (
    <button
      {...rest}
      type={type}
      disabled={disabled && !disabledReason && !busy}
      aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
      aria-disabled={isOff || undefined}
      aria-busy={busy || undefined}
      aria-describedby={clsx(rest['aria-describedby'], disabledReason && reasonId) || undefined}
      className={clsx(buttonStyle({ variant, size, isOff: isOff && !busy }), className)}
      onClick={isOff ? refuse : onClick}
    >
      {busy ? <Spinner /> : icon}
      {children}
      {keys ? (
        <KeyHint
          keys={keys}
          tone={variant === 'secondary' || variant === 'quiet' || isOff ? 'plain' : 'solid'}
        />
      ) : null}
    </button>
  );

  if (!disabledReason) return button;
  return (
    <>
      <Tooltip content={disabledReason} open={isReasonOpen} onOpenChange={setReasonOpen}>
        {button}
      </Tooltip>
      <span id={reasonId} hidden>
        {disabledReason}
      </span>
    </>
  );
}
