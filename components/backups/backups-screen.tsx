'use client';

import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useSizeWords } from '@/components/attachments/use-size-words';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import type { BackupsView } from '@/lib/domain/backups/backups.contract';
import { BackupScheduleForm } from './backup-schedule-form';
import { BackupTable } from './backup-table';
import { MakeBackup } from './make-backup';
import { RestoreWords } from './restore-words';

/** The backups of the installation: what there is, how to get one more, and how to come back to one. */
export function BackupsScreen({ title, view }: { title: ReactNode; view: BackupsView }) {
  const t = useTranslations('backups');
  const size = useSizeWords();
  const { backups, work, schedule, scheduleVersion, folder, freeBytes } = view;
  return (
    <>
      <PageHeader title={title} actions={<MakeBackup work={work} />} />
      <div className="flex flex-col gap-4">
        <StateOfBackups view={view} />
        <Panel title={t('list')} flush>
          <BackupTable backups={backups} work={work} />
        </Panel>
        <p className="text-soft [overflow-wrap:anywhere]">
          {t('folder', { folder })}
          {freeBytes === null ? null : ` ${t('free', { size: size(freeBytes) })}`}
        </p>
        <Panel title={t('schedule')}>
          <BackupScheduleForm schedule={schedule} version={scheduleVersion} />
        </Panel>
        <RestoreWords newest={backups[0]?.name ?? null} />
      </div>
    </>
  );
}

function StateOfBackups({ view: { state, failure } }: { view: BackupsView }) {
  const t = useTranslations('backups');
  const format = useFormatter();
  if (state === 'kept') return null;
  if (state === 'failed' && failure) {
    return (
      <InlineAlert tone="danger" title={t('failed', { at: format.dateTime(failure.at, 'dateTime') })}>
        <p>{t(`failures.${failure.code}`)}</p>
        <p className="text-soft [overflow-wrap:anywhere]">{failure.detail}</p>
      </InlineAlert>
    );
  }
  return <InlineAlert tone={state === 'damaged' ? 'danger' : 'warning'}>{t(`states.${state}`)}</InlineAlert>;
}
