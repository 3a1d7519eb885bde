import clsx from 'clsx';
import type { DueState } from '@/lib/domain/deadlines/due-state';

const FILLS: Record<DueState, string> = {
  now: 'text-due-soon',
  notStarted: 'text-due-paused',
  paused: 'text-due-paused',
  inTime: 'text-due-on-time',
  soon: 'text-due-soon',
  overdue: 'text-due-overdue',
  done: 'text-due-done',
};

/** The shape of a deadline's state. Decoration: the word stands beside it. */
export function DueSign({ state, className }: { state: DueState; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      fill="currentColor"
      className={clsx('size-4 shrink-0', FILLS[state], className)}
    >
      <Shape state={state} />
    </svg>
  );
}

function Shape({ state }: { state: DueState }) {
  switch (state) {
    case 'notStarted':
    case 'paused':
      return <rect x="3" y="3" width="10" height="10" fill="none" stroke="currentColor" strokeWidth="2" />;
    case 'inTime':
      return <circle cx="8" cy="8" r="6" />;
    case 'now':
    case 'soon':
      return (
        <path
          d="M8 2 15 14H1Z"
          stroke="var(--color-due-soon-edge)"
          strokeWidth="1.25"
          strokeLinejoin="round"
        />
      );
    case 'overdue':
      return (
        <>
          <path d="M8 0 16 8 8 16 0 8Z" />
          <path d="M8 4v5M8 10.75v1.5" stroke="var(--color-on-due-overdue)" strokeWidth="1.75" />
        </>
      );
    case 'done':
      return <path d="m2.5 8.5 4 4 7-9" fill="none" stroke="currentColor" strokeWidth="2.5" />;
  }
}
