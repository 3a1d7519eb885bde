'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';

type Props = {
  /** Below `/api/v1`: what is patched with `isDisabled`. */
  path: string;
  /** Read aloud with the verb, so that buttons of a list differ. */
  name: string;
  isDisabled: boolean;
  /** Of an entry that is not changed over others' changes. */
  version?: number;
};

/** Takes an entry of a directory out of use, or back. */
export function EnablingButton({ path, name, isDisabled, version }: Props) {
  const t = useTranslations('settings');
  const words = useErrorWords();
  const router = useRouter();
  const change = useChange<boolean>(
    (next, options) => api.patch(path, { isDisabled: next, version }, options),
    {
      onDone: () => router.refresh(),
      onRefused: ({ code }) => {
        if (code === 'conflict') router.refresh();
      },
    },
  );
  const verb = isDisabled ? t('enable') : t('disable');
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        busy={change.busy}
        aria-label={`${verb}: ${name}`}
        onClick={() => void change.run(!isDisabled)}
      >
        {verb}
      </Button>
      {change.error ? (
        <InlineAlert tone="danger" urgent>
          {words.ofError(change.error)}
        </InlineAlert>
      ) : null}
    </>
  );
}
