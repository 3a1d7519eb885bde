import clsx from 'clsx';
import type { ReactNode } from 'react';

type Props = { children: ReactNode; tone?: 'plain' | 'solid' };

/** One key cap. `solid` is for filled buttons, where the cap takes the colour of their text. */
export function Kbd({ children, tone = 'plain' }: Props) {
  return (
    <kbd
      className={clsx(
        'inline-flex h-5 min-w-5 items-center justify-center rounded-sm border px-1 font-medium font-sans text-xs',
        tone === 'plain' ? 'border-line bg-canvas text-soft' : 'border-current bg-transparent text-inherit',
      )}
    >
      {children}
    </kbd>
  );
}
