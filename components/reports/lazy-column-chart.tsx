'use client';

import dynamic from 'next/dynamic';

/** The library of charts is loaded where one is shown, and not before. */
export const LazyColumnChart = dynamic(
  () => import('./column-chart').then(({ ColumnChart }) => ColumnChart),
  {
    ssr: false,
    loading: () => <div className="h-64" />,
  },
);
