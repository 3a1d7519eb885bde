import clsx from 'clsx';
import type { NavigationEntry } from './navigation';

/** How many wait behind an entry of the navigation. */
export function NavigationCount({ entry, className }: { entry: NavigationEntry; className?: string }) {
  if (!entry.count) return null;
  return (
    <span
      className={clsx(
        'min-w-5 rounded-full px-1.5 text-center font-semibold text-xs leading-5 tabular-nums',
        entry.isUrgent ? 'bg-due-overdue text-on-due-overdue' : 'bg-rail-soft text-rail',
        className,
      )}
    >
      <span aria-hidden="true">{entry.count > 99 ? '99+' : entry.count}</span>
      <span className="sr-only">, {entry.countLabel ?? entry.count}</span>
    </span>
  );
}
