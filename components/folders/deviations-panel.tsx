'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import type { FolderView } from '@/lib/domain/folders/folder-views';
import { ReasonDialog } from './reason-dialog';

/** ON-3: what was not to standard, for the sales manager and the head of sales, until it is settled. */
export function DeviationsPanel({ folder }: { folder: FolderView }) {
  const t = useTranslations('folders.deviations');
  const format = useFormatter();
  const { deviations, may } = folder;
  return (
    <Panel
      title={t('title')}
      actions={
        may.work && folder.state !== 'done' ? (
          <ReasonDialog
            subject={`folder ${folder.id} deviation`}
            trigger={t('report')}
            title={t('reportTitle')}
            text={t('reportText')}
            field={t('text')}
            confirm={t('report')}
            send={(text) => ({
              path: `/folders/${folder.id}/deviations`,
              body: { text },
              done: t('reported'),
            })}
          />
        ) : null
      }
    >
      {deviations.length === 0 ? <p className="text-faint">{t('none')}</p> : null}
      <ul className="flex flex-col gap-3 empty:hidden">
        {deviations.map((one) => (
          <li key={one.id} className="flex flex-col items-start gap-1">
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">{one.text}</p>
            <p className="flex flex-wrap items-center gap-x-2 text-soft text-sm">
              <Badge tone={one.settledAt === null ? 'danger' : 'good'}>
                {t(one.settledAt === null ? 'open' : 'settled')}
              </Badge>
              {t('reportedBy', {
                name: one.reportedBy?.name ?? '—',
                at: format.dateTime(one.reportedAt, 'dateTime'),
              })}
            </p>
            {one.settledAt === null ? null : (
              <p className="text-soft text-sm [overflow-wrap:anywhere]">
                {t('settledBy', {
                  name: one.settledBy?.name ?? '—',
                  at: format.dateTime(one.settledAt, 'dateTime'),
                  settlement: one.settlement,
                })}
              </p>
            )}
            {one.settledAt === null && may.settleDeviation ? (
              <ReasonDialog
                subject={`deviation ${one.id} settle`}
                trigger={t('settle')}
                title={t('settleTitle')}
                text={one.text}
                field={t('settlement')}
                confirm={t('settle')}
                send={(settlement) => ({
                  path: `/folders/${folder.id}/deviations/${one.id}/settle`,
                  body: { settlement },
                  done: t('settledDone'),
                })}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
