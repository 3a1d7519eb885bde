import clsx from 'clsx';

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet' | 'plus';
export type ButtonSize = 'small' | 'medium' | 'call';

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border-edge bg-surface text-ink hover:border-ink hover:bg-sunken',
  danger: 'border-transparent bg-danger text-on-danger hover:bg-danger-strong',
  quiet: 'border-transparent bg-transparent text-ink hover:bg-sunken',
  plus: 'border-transparent bg-plus text-on-plus hover:bg-plus-strong',
};

const OFF = 'cursor-not-allowed border-line bg-sunken text-faint';

const SIZES: Record<ButtonSize, string> = {
  small: 'h-7 gap-1 px-2 text-sm [&_svg]:size-3.5',
  medium: 'h-8 gap-1.5 px-3 text-base [&_svg]:size-4',
  call: 'h-11 gap-2 px-4 text-lg [&_svg]:size-5',
};

const SQUARES: Record<ButtonSize, string> = {
  small: 'size-7 [&_svg]:size-3.5',
  medium: 'size-8 [&_svg]:size-4',
  call: 'size-11 [&_svg]:size-5',
};

type Look = { variant: ButtonVariant; size: ButtonSize; isOff?: boolean; isSquare?: boolean };

/** The look shared by buttons, links that look like buttons, and icon buttons. */
export function buttonStyle({ variant, size, isOff = false, isSquare = false }: Look): string {
  return clsx(
    'inline-flex shrink-0 print:hidden select-none items-center justify-center whitespace-nowrap rounded-md border font-medium transition-colors duration-100 [&_svg]:shrink-0',
    isSquare ? SQUARES[size] : SIZES[size],
    isOff ? OFF : VARIANTS[variant],
  );
}
