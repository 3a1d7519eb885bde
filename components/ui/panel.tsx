import clsx from 'clsx';
import { type ReactNode, useId } from 'react';

type Props = {
  title?: ReactNode;
  /** Level of the heading in the outline of the page. */
  level?: 2 | 3;
  actions?: ReactNode;
  /** Without inner margins, for tables. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
};

/** A titled sheet of a page. */
export function Panel({ title, level = 2, actions, flush = false, className, children }: Props) {
  const titleId = useId();
  const Heading = `h${level}` as const;
  return (
    <section
      aria-labelledby={title ? titleId : undefined}
      className={clsx('min-w-0 rounded-lg border border-line bg-surface', className)}
    >
      {title || actions ? (
        <header className="flex min-h-10 flex-wrap items-center gap-2 border-line border-b px-4 py-1">
          {title ? (
            <Heading id={titleId} className="min-w-0 flex-1 font-semibold">
              {title}
            </Heading>
          ) : null}
          {actions}
        </header>
      ) : null}
      <div className={flush ? undefined : 'p-4'}>{children}</div>
    </section>
  );
}
