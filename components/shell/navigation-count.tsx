import clsx from 'clsx';
import type { NavigationEntry } from './navigation';

/** How many wait behind an entry of the navigation. */
export function NavigationCount({
  count,
  countLabel,
  isUrgent,
  className,
}: Pick<NavigationEntry, 'count' | 'countLabel' | 'isUrgent'> & { className?: string }) {
  if (!count) return null;
  return (
    <span
      className={clsx(
        'min-w-5 rounded-full px-1.5 text-center font-semibold text-xs leading-5 tabular-nums',
        isUrgent ? 'bg-due-overdue text-on-due-overdue' : 'bg-rail-soft text-rail',
        className,
      )}
    >
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="sr-only">, {countLabel ?? count}</span>
    </span>
  );
}
