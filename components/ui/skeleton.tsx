import clsx from 'clsx';

/** The place of something that is on its way; the container says so with aria-busy. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={clsx('block h-4 rounded-sm bg-sunken', className)} />;
}
