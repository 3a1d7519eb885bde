'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';

type Props = { next: NextReactionView; personId: string; name: string };

/** Takes it on oneself to call a missed caller back, so that no two do. */
export function TakeButton({ next, personId, name }: Props) {
  const t = useTranslations('missed');
  const router = useRouter();
  const { ofError } = useErrorWords();
  const take = useChange(
    (version: number, { key }) =>
      api.post(
        `/next-reactions/${next.id}/hand-over`,
        { version, responsible: { kind: 'employee', employeeId: personId }, reason: t('takeReason') },
        { key },
      ),
    {
      onDone: () => {
        notify(t('taken'));
        router.refresh();
      },
      onRefused: () => router.refresh(),
    },
  );
  return (
    <>
      <Button
        size="small"
        busy={take.busy}
        aria-label={t('takeOne', { name })}
        onClick={() => void take.run(next.version)}
      >
        {t('take')}
      </Button>
      {take.error ? (
        <InlineAlert tone="danger" urgent>
          {ofError(take.error)}
        </InlineAlert>
      ) : null}
    </>
  );
}
