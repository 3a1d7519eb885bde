'use client';

import type { ApiError } from './api-error';
import { InlineAlert } from './ui/inline-alert';
import { ShowMore } from './ui/show-more';
import { useErrorWords } from './use-error-words';

type Props = {
  hasMore: boolean;
  busy: boolean;
  error: ApiError | null;
  more: () => unknown;
  shownCount: number;
};

/** «Показать ещё» under a list that goes on, and why it could not be read. */
export function MoreRowsFoot({ hasMore, busy, error, more, shownCount }: Props) {
  const words = useErrorWords();
  if (!hasMore) return null;
  return (
    <>
      {error ? (
        <InlineAlert tone="danger" urgent>
          {words.ofError(error)}
        </InlineAlert>
      ) : null}
      <ShowMore onShowMore={() => void more()} busy={busy} shownCount={shownCount} />
    </>
  );
}
