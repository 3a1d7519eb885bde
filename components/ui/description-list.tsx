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
        stacked ? 'gap-y-2' : 'grid-cols-[fit-content(45%)_minmax(0,1fr)] gap-y-1.5',
      )}
    >
      {entries.map((entry, index) =>
        entry ? (
          <div key={index} className={stacked ? undefined : 'col-span-2 grid grid-cols-subgrid'}>
            <dt className={clsx('text-faint text-sm [overflow-wrap:anywhere]', !stacked && 'min-w-24')}>
              {entry.term}
            </dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">{entry.value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
