import clsx from 'clsx';

type Props = { name: string; size?: 'small' | 'medium'; className?: string };

/** Initials of a person; the name itself is written beside it or in the accessible name of what holds it. */
export function Avatar({ name, size = 'medium', className }: Props) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'inline-flex shrink-0 items-center justify-center rounded-full bg-accent-tint font-semibold text-accent-ink',
        size === 'small' ? 'size-6 text-xs' : 'size-8 text-sm',
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const letters = name
    .split(/\s+/)
    .map((word) => word.match(/\p{L}/u)?.[0] ?? '')
    .filter(Boolean);
  return letters.slice(0, 2).join('').toLocaleUpperCase();
}
