import clsx from 'clsx';
import type { ReactNode } from 'react';

export type TimelineEntry = {
  key: string;
  /** As it is to be read: «14:30», «22 ноября, 14:30». */
  time: ReactNode;
  icon?: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  tone?: 'plain' | 'accent' | 'danger';
};

type Props = { label: string; entries: readonly TimelineEntry[] };

const TONES = {
  plain: 'border-line text-soft',
  accent: 'border-accent text-accent-ink',
  danger: 'border-danger text-danger-ink',
};

/** What happened, in the order given. */
export function Timeline({ label, entries }: Props) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {entries.map(({ key, time, icon, title, detail, tone = 'plain' }, index) => (
        <li key={key} className="relative grid grid-cols-[1.5rem_1fr] gap-x-3 pb-4 last:pb-0">
          {index < entries.length - 1 ? (
            <span aria-hidden="true" className="absolute top-6 bottom-0 left-3 w-px bg-line" />
          ) : null}
          <span
            aria-hidden="true"
            className={clsx(
              'flex size-6 items-center justify-center rounded-full border bg-surface [&_svg]:size-3.5',
              TONES[tone],
            )}
          >
            {icon}
          </span>
          <div className="min-w-0 pt-0.5">
            <div className="flex flex-wrap items-baseline gap-x-2">
              <span className="text-faint text-sm tabular-nums">{time}</span>
              <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{title}</span>
            </div>
            {detail ? <div className="text-soft [overflow-wrap:anywhere]">{detail}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
