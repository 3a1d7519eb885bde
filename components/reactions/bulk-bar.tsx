'use client';

import clsx from 'clsx';
import { ArrowRightLeft, CalendarClock, CircleSlash, Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { InlineAlert } from '@/components/ui/inline-alert';
import { later } from '@/components/ui/later';
import { useFetchedWhenIdle } from '@/components/ui/use-fetched-when-idle';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { ChangedMany, ChangeMany } from '@/lib/domain/reactions/next-reactions.contract';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { RefusedRows } from './refused-rows';
import type { RowSelection } from './use-row-selection';

const BulkDialog = later(() => import('./bulk-dialog').then(({ BulkDialog }) => BulkDialog));
const parts = [BulkDialog];

export type BulkKind = ChangeMany['change']['kind'];
type Done = { kind: BulkKind | 'undo'; result: ChangedMany };

type Props = { rows: readonly NextReactionView[]; selection: RowSelection };

/** What a head may do with the rows chosen; what became of them, with the way back. */
export function BulkBar({ rows, selection }: Props) {
  const t = useTranslations('reactions.bulk');
  const words = useErrorWords();
  const router = useRouter();
  const [opened, setOpened] = useState<BulkKind | null>(null);
  useFetchedWhenIdle(parts);
  const [done, setDone] = useState<Done | null>(null);
  const undo = useChange(
    (changed: ChangedMany['done'], { key }) =>
      api.post<ChangedMany>('/next-reactions/undo', { rows: changed }, { key }),
    {
      onDone: (result) => {
        setDone({ kind: 'undo', result });
        router.refresh();
      },
    },
  );
  const count = selection.rows.length;
  const nothing = count === 0 ? t('nothing') : null;
  return (
    <div className="flex flex-col gap-2 pb-3 print:hidden">
      <section aria-label={t('label')} className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <CheckboxField
          label={t('all')}
          value={selection.state === 'all'}
          indeterminate={selection.state === 'some'}
          onValueChange={selection.toggleAll}
        />
        <span role="status" className="text-soft tabular-nums">
          {t('chosen', { count })}
        </span>
        <div className={clsx('flex flex-wrap gap-x-3 gap-y-2', nothing && 'phone:hidden')}>
          <Button
            size="small"
            icon={<CalendarClock />}
            disabledReason={nothing}
            onClick={() => setOpened('postpone')}
          >
            {t('postpone')}
          </Button>
          <Button
            size="small"
            icon={<ArrowRightLeft />}
            disabledReason={nothing}
            onClick={() => setOpened('handOver')}
          >
            {t('handOver')}
          </Button>
          <Button
            size="small"
            icon={<CircleSlash />}
            disabledReason={nothing}
            onClick={() => setOpened('close')}
          >
            {t('close')}
          </Button>
        </div>
      </section>
      {opened ? (
        <BulkDialog
          kind={opened}
          rows={selection.rows}
          onClose={() => setOpened(null)}
          onDone={(result) => {
            setOpened(null);
            selection.clear();
            setDone({ kind: opened, result });
          }}
        />
      ) : null}
      {done ? (
        <div role="status" className="flex flex-col gap-2">
          <InlineAlert tone={done.result.refused.length > 0 ? 'warning' : 'success'}>
            <span className="flex flex-wrap items-center gap-3">
              {t(`done.${done.kind}`, { count: done.result.done.length })}
              {done.kind !== 'undo' && done.result.done.length > 0 ? (
                <Button
                  size="small"
                  icon={<Undo2 />}
                  busy={undo.busy}
                  onClick={() => void undo.run(done.result.done)}
                >
                  {t('undo')}
                </Button>
              ) : null}
              <Button size="small" variant="quiet" onClick={() => setDone(null)}>
                {t('dismiss')}
              </Button>
            </span>
            <RefusedRows refused={done.result.refused} rows={rows} />
          </InlineAlert>
          {undo.error ? (
            <InlineAlert tone="danger" urgent>
              {words.ofError(undo.error)}
            </InlineAlert>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
