import clsx from 'clsx';

export type StatusShape = 'disc' | 'ring' | 'square' | 'half' | 'cross' | 'dash';

const TONES = {
  good: 'text-due-done',
  accent: 'text-due-on-time',
  warning: 'text-due-soon-edge',
  danger: 'text-due-overdue',
  plain: 'text-due-paused',
};

type Props = { shape: StatusShape; tone: keyof typeof TONES; className?: string };

/** A small sign of somebody's or something's state. Decoration: the word stands beside it. */
export function StatusSign({ shape, tone, className }: Props) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 12 12"
      fill="currentColor"
      stroke="currentColor"
      strokeWidth="2"
      className={clsx('size-3 shrink-0', TONES[tone], className)}
    >
      {SHAPES[shape]}
    </svg>
  );
}

const SHAPES = {
  disc: <circle cx="6" cy="6" r="4" />,
  ring: <circle cx="6" cy="6" r="4" fill="none" />,
  square: <rect x="2" y="2" width="8" height="8" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" />
      <path d="M6 2a4 4 0 0 1 0 8z" />
    </>
  ),
  cross: <path d="m2 2 8 8M10 2l-8 8" />,
  dash: <path d="M1 6h10" />,
};
