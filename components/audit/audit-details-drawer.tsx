'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { DescriptionList } from '@/components/ui/description-list';
import { Drawer } from '@/components/ui/drawer';
import type { AuditView } from '@/lib/domain/audit/audit.contract';
import { auditWords } from './audit-words';

type Props = { entry: AuditView | null; onClose: () => void };

/** One entry of the audit log with everything it holds. */
export function AuditDetailsDrawer({ entry, onClose }: Props) {
  const t = useTranslations('audit');
  return (
    <Drawer
      open={entry !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={entry ? t('details.title', { sequence: String(entry.sequence) }) : ''}
    >
      {entry ? <Details entry={entry} /> : null}
    </Drawer>
  );
}

function Details({ entry }: { entry: AuditView }) {
  const all = useTranslations();
  const t = useTranslations('audit');
  const filters = useTranslations('accessLog.filters');
  const format = useFormatter();
  const words = auditWords(all);
  const code = (text: string) => <code className="text-sm">{text}</code>;
  return (
    <div className="flex flex-col gap-4">
      <DescriptionList
        stacked
        entries={[
          { term: t('columns.at'), value: format.dateTime(entry.at, 'dateTime') },
          { term: t('columns.kind'), value: t(`kinds.${entry.kind}`) },
          { term: t('columns.what'), value: words.what(entry) || '—' },
          { term: t('columns.via'), value: t(`via.${entry.via}`) },
          entry.operation === '' ? null : { term: t('details.operation'), value: code(entry.operation) },
          entry.subjectId === null ? null : { term: t('details.subject'), value: code(entry.subjectId) },
          entry.code === null ? null : { term: t('details.code'), value: code(entry.code) },
          entry.changes.length === 0
            ? null
            : {
                term: t('details.changes'),
                value: (
                  <ul>
                    {entry.changes.map((change, index) => (
                      <li key={index}>{words.change(change)}</li>
                    ))}
                  </ul>
                ),
              },
          entry.filters.length === 0
            ? null
            : {
                term: t('details.narrowed'),
                value: format.list(entry.filters.map((filter) => filters(filter))),
              },
          { term: t('details.previousHash'), value: code(entry.previousHash || '—') },
          { term: t('details.hash'), value: code(entry.hash) },
        ]}
      />
      {entry.digests.length === 0 ? null : (
        <section className="flex flex-col gap-2">
          <h3 className="font-medium">{t('details.digests')}</h3>
          <p className="text-soft">{t('details.digestsHint')}</p>
          <DescriptionList
            stacked
            entries={entry.digests.map(({ field, digest }) => ({ term: field, value: code(digest) }))}
          />
        </section>
      )}
    </div>
  );
}
