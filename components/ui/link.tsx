import NextLink from 'next/link';
import type { ComponentProps } from 'react';
import { OpeningSign } from './opening-sign';

/** Nothing is fetched ahead: no page is the same for two people or two moments, so that it would be asked for again. */
export function Link({ children, ...props }: ComponentProps<typeof NextLink>) {
  return (
    <NextLink prefetch={false} {...props}>
      {children}
      <OpeningSign />
    </NextLink>
  );
}
