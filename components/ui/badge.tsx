import clsx from 'clsx';
import type { ReactNode } from 'react';

type Props = {
  tone?: 'plain' | 'accent' | 'good' | 'warning' | 'danger';
  icon?: ReactNode;
  children: ReactNode;
};

const TONES = {
  plain: 'bg-sunken text-soft',
  accent: 'bg-accent-tint text-accent-ink',
  good: 'bg-good-tint text-good-ink',
  warning: 'bg-warn-tint text-warn-ink',
  danger: 'bg-danger-tint text-danger-ink',
};

/** A word about a thing: its kind, its category, its state. Deadlines have their own DueBadge. */
export function Badge({ tone = 'plain', icon, children }: Props) {
  return (
    <span
      className={clsx(
        'inline-flex min-h-5 items-center align-middle gap-1 whitespace-nowrap phone:whitespace-normal rounded-sm px-1.5 font-medium text-xs [&_svg]:size-3',
        TONES[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}
