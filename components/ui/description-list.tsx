import clsx from 'clsx';
import type { ReactNode } from 'react';

type Props = {
  entries: ReadonlyArray<{ term: ReactNode; value: ReactNode } | null>;
  /** Terms above values, for narrow places. */
  stacked?: boolean;
};

/** Facts about one thing: term and value; null entries are left out. */
export function DescriptionList({ entries, stacked = false }: Props) {
  return (
    <dl
      className={clsx(
        'grid gap-x-4',
        stacked ? 'gap-y-2' : 'grid-cols-[minmax(6rem,max-content)_1fr] gap-y-1.5',
      )}
    >
      {entries.map((entry, index) =>
        entry ? (
          <div key={index} className={stacked ? undefined : 'col-span-2 grid grid-cols-subgrid'}>
            <dt className="text-faint text-sm">{entry.term}</dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">{entry.value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
