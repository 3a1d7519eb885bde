'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { useMyCalls } from '../my-calls-provider';

/** IN-6: a head or the substitute makes the unfinished conversation of another their own. */
export function TakeOverButton({ callId, name }: { callId: string; name: string }) {
  const t = useTranslations('unfinished');
  const router = useRouter();
  const { refresh } = useMyCalls();
  const { ofError } = useErrorWords();
  const takeOver = useChange(
    (_: undefined, { key }) => api.post(`/calls/${callId}/take-over`, undefined, { key }),
    {
      onDone: () => {
        notify(t('tookOver'));
        router.refresh();
        void refresh();
      },
    },
  );
  return (
    <>
      <Button
        busy={takeOver.busy}
        aria-label={t('takeOverCall', { name })}
        onClick={() => void takeOver.run(undefined)}
      >
        {t('takeOver')}
      </Button>
      {takeOver.error ? (
        <InlineAlert tone="danger" urgent>
          {ofError(takeOver.error)}
        </InlineAlert>
      ) : null}
    </>
  );
}
