'use client';

import { Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { Panel } from '@/components/ui/panel';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { useUndoMerge } from './use-undo-merge';

type Merge = CardPage['merges'][number];

/** What was merged into the card, with the way back. */
export function CardMerges({ merges }: Pick<CardPage, 'merges'>) {
  const t = useTranslations('duplicates');
  const format = useFormatter();
  const [undoing, setUndoing] = useState<Merge | null>(null);
  if (merges.length === 0) return null;
  return (
    <Panel title={t('mergedIn')}>
      <ul className="flex flex-col gap-2">
        {merges.map((merge) => (
          <li key={merge.id} className="flex flex-wrap items-center gap-2">
            <span className="[overflow-wrap:anywhere]">
              {t('mergedLine', {
                name: merge.name,
                when: format.dateTime(merge.mergedAt, 'dateTime'),
                who: merge.employeeName ?? '',
              })}
            </span>
            <Button
              size="small"
              variant="quiet"
              icon={<Undo2 />}
              aria-label={t('undoMergeOf', { name: merge.name })}
              onClick={() => setUndoing(merge)}
            >
              {t('undoMerge')}
            </Button>
          </li>
        ))}
      </ul>
      {undoing ? <UndoMerge merge={undoing} onClose={() => setUndoing(null)} /> : null}
    </Panel>
  );
}

function UndoMerge({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const t = useTranslations('duplicates');
  const router = useRouter();
  const undo = useUndoMerge(() => {
    onClose();
    notify(t('undone'));
    router.refresh();
  });
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={t('undoTitle')}
      text={t('undoText', { name: merge.name })}
      confirmLabel={t('undoMerge')}
      busy={undo.busy}
      error={undo.problem}
      onConfirm={() => void undo.run(merge.id)}
    />
  );
}
