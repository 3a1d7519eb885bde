'use client';

import { Download } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { DescriptionList } from '@/components/ui/description-list';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Panel } from '@/components/ui/panel';
import type { Column } from '@/components/ui/table-column';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { ErasureEntry, ErasureView } from '@/lib/domain/personal-data/personal-data.contract';
import { fillInAct } from './fill-in-act';
import { handedNameOf } from './handed-names';
import { saveResponse } from './save-response';

type Props = { erasure: ErasureView; entries: ErasureEntry[] };

/** How far an erasure has come; its act and the extract of the log once it is done. */
export function ErasureScreen({ erasure, entries }: Props) {
  const t = useTranslations('personalData');
  const format = useFormatter();
  const columns: Column<ErasureEntry>[] = [
    {
      key: 'at',
      header: t('progress.at'),
      cell: ({ at }) => (
        <span className="whitespace-nowrap tabular-nums">{format.dateTime(at, 'dateTime')}</span>
      ),
    },
    {
      key: 'what',
      header: t('progress.what'),
      isRowHeader: true,
      cell: ({ what, kind }) =>
        what === 'rowsErased'
          ? t('entries.rowsErased', { kind: kind ? t(`kinds.${kind}`) : '' })
          : t(`entries.${what}`),
    },
    {
      key: 'count',
      header: t('progress.count'),
      align: 'end',
      cell: ({ what, count }) => (count > 0 || what === 'filesSearched' ? format.number(count) : ''),
    },
  ];
  return (
    <div className="flex flex-col gap-4">
      <ErasureState erasure={erasure} />
      <Panel title={t('list.request')}>
        <DescriptionList
          entries={[
            { term: t('list.subject'), value: t(`subjects.${erasure.kind}`) },
            { term: t('erase.requestNumber'), value: erasure.requestNumber },
            {
              term: t('erase.requestedOn'),
              value: format.dateTime(new Date(`${erasure.requestedOn}T12:00:00Z`), 'date'),
            },
            { term: t('erase.legalBasis'), value: erasure.legalBasis },
            { term: t('erase.reason'), value: erasure.reason },
            { term: t('list.who'), value: erasure.employee.name },
            { term: t('act.digest'), value: erasure.digest },
          ]}
        />
      </Panel>
      <Panel title={t('progress.log')} flush>
        <DataTable
          caption={t('progress.log')}
          columns={columns}
          rows={entries}
          rowKey={({ id }) => String(id)}
        />
      </Panel>
    </div>
  );
}

function ErasureState({ erasure }: { erasure: ErasureView }) {
  const t = useTranslations('personalData.progress');
  const format = useFormatter();
  if (erasure.state === 'done') return <ActButton erasure={erasure} />;
  return (
    <div role="status" className="flex flex-col gap-2">
      <InlineAlert
        tone="info"
        actions={erasure.state === 'clearing' ? <HurryButton erasureId={erasure.id} /> : null}
      >
        {erasure.state === 'running' ? t('running', { percent: String(erasure.percent) }) : t('clearing')}
      </InlineAlert>
      {erasure.nextAttemptAt === null ? null : (
        <InlineAlert tone="warning">
          {t(erasure.foundIn.length > 0 ? 'foundIn' : 'failed', {
            files: format.list(erasure.foundIn),
            at: format.dateTime(erasure.nextAttemptAt, 'dateTime'),
          })}
        </InlineAlert>
      )}
    </div>
  );
}

function ActButton({ erasure }: { erasure: ErasureView }) {
  const t = useTranslations('personalData.progress');
  const tExports = useTranslations('exports');
  const language = useLocale();
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const handed = handedNameOf(erasure.id);
  const download = async () => {
    setBusy(true);
    const address = `/api/v1/erasures/${erasure.id}/act?language=${language}`;
    setFailed(!(await saveResponse(address, `act-${erasure.number}.html`, (act) => fillInAct(act, handed))));
    setBusy(false);
  };
  return (
    <InlineAlert
      tone={hasFailed ? 'danger' : 'success'}
      title={t('done')}
      urgent={hasFailed}
      actions={
        <Button variant="primary" icon={<Download />} busy={isBusy} onClick={() => void download()}>
          {t('act')}
        </Button>
      }
    >
      {hasFailed ? tExports('failed') : t(handed ? 'actOnce' : 'actLater')}
    </InlineAlert>
  );
}

function HurryButton({ erasureId }: { erasureId: string }) {
  const t = useTranslations('personalData.progress');
  const words = useErrorWords();
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const change = useChange(
    (_: undefined, { key }) => api.post(`/erasures/${erasureId}/finish`, undefined, { key }),
    {
      onDone: () => {
        setAsking(false);
        router.refresh();
      },
      onRefused: () => router.refresh(),
    },
  );
  return (
    <AlertDialog
      open={isAsking}
      onOpenChange={setAsking}
      trigger={<Button size="small">{t('hurry')}</Button>}
      title={t('hurryTitle')}
      text={t('hurryText')}
      confirmLabel={t('hurry')}
      tone="primary"
      busy={change.busy}
      error={change.error ? words.ofError(change.error) : null}
      onConfirm={() => void change.run(undefined)}
    />
  );
}
