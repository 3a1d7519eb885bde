'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTransition } from 'react';

/** A list's state lives in its address: what is shown can be sent, reloaded, and gone back to. */
export function useListAddress() {
  const router = useRouter();
  const pathname = usePathname();
  const current = useSearchParams();
  const [isPending, startTransition] = useTransition();

  const hrefWith = (change: Record<string, string | null>) => {
    const next = new URLSearchParams(current);
    next.delete('after');
    for (const [name, value] of Object.entries(change)) {
      if (value === null || value === '') next.delete(name);
      else next.set(name, value);
    }
    const text = next.toString();
    return text ? `${pathname}?${text}` : pathname;
  };

  return {
    isPending,
    /** The first page of the same list. */
    firstHref: current.has('after') ? hrefWith({}) : null,
    hrefWith,
    /** Shows the list otherwise filtered, from its beginning. */
    show: (change: Record<string, string | null>) =>
      startTransition(() => router.push(hrefWith(change), { scroll: false })),
  };
}
