import clsx from 'clsx';
import Link from 'next/link';
import type { ComponentProps } from 'react';

export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={clsx(
        'rounded-sm text-accent-ink underline decoration-1 underline-offset-2 hover:decoration-2',
        className,
      )}
    />
  );
}
