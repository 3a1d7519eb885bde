'use client';

import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { CallView } from '@/lib/domain/calls/call-view';
import { useMyCalls } from '../my-calls-provider';

/** IN-6: another's conversation; a head or the substitute may go on with it when it was left unfinished. */
export function TakeOverNotice({ view, onDone }: { view: CallView; onDone: () => Promise<void> }) {
  const t = useTranslations('desk.takeOver');
  const { refresh } = useMyCalls();
  const { ofError } = useErrorWords();
  const takeOver = useChange(
    (_: undefined, { key }) => api.post(`/calls/${view.id}/take-over`, undefined, { key }),
    { onDone: () => void Promise.all([onDone(), refresh()]) },
  );
  const isOpen = view.unfinishedSince !== null && view.finishedAt === null;
  return (
    <InlineAlert
      className="mb-3"
      title={t('title', { name: view.owner?.name ?? '—' })}
      actions={
        isOpen && view.mayWork ? (
          <Button busy={takeOver.busy} onClick={() => void takeOver.run(undefined)}>
            {t('takeOver')}
          </Button>
        ) : null
      }
    >
      {takeOver.error ? ofError(takeOver.error) : isOpen ? t('unfinished') : t('reading')}
    </InlineAlert>
  );
}
