'use client';

import { Bell } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';

type Props = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & { count: number };

/** The bell of the top bar; a trigger for whatever it opens. */
export function BellButton({ count, ...rest }: Props) {
  const t = useTranslations('shell');
  return (
    <button
      {...rest}
      type="button"
      aria-label={t('bell', { count })}
      className="relative flex size-8 items-center justify-center rounded-md hover:bg-sunken"
    >
      <Bell aria-hidden="true" className="size-5" />
      {count > 0 ? (
        <span
          aria-hidden="true"
          className="absolute top-0 right-0 min-w-4 rounded-full bg-due-overdue px-1 text-center font-semibold text-[0.6875rem] text-on-due-overdue leading-4 tabular-nums"
        >
          {count > 99 ? '99+' : count}
        </span>
      ) : null}
    </button>
  );
}
