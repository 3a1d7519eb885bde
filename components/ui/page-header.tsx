import type { ReactNode } from 'react';
import { PrintedAt } from './printed-at';

type Props = {
  title: ReactNode;
  /** Badges and facts on the line of the title. */
  meta?: ReactNode;
  /** The way up, above the title. */
  up?: ReactNode;
  actions?: ReactNode;
};

/** The head of a page: exactly one per page, it holds the h1. */
export function PageHeader({ title, meta, up, actions }: Props) {
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-4">
      <div className="min-w-0 flex-1 basis-64">
        {up ? <div className="pb-0.5 text-sm print:hidden">{up}</div> : null}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 font-semibold text-xl [overflow-wrap:anywhere]">{title}</h1>
          {meta}
        </div>
        <PrintedAt />
      </div>
      {actions ? <div className="flex flex-wrap gap-2 print:hidden">{actions}</div> : null}
    </header>
  );
}
