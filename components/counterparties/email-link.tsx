'use client';

/** Leads to the person's own mail program. */
export function EmailLink({ address }: { address: string }) {
  return (
    <a href={`mailto:${address}`} className="block w-fit text-accent-ink underline-offset-2 hover:underline">
      {address}
    </a>
  );
}
