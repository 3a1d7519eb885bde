'use client';

import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Panel } from '@/components/ui/panel';
import type { TemplateVersionView } from '@/lib/domain/documents/documents.contract';

type Props = {
  versions: readonly TemplateVersionView[];
  /** What may be done with one of them. */
  actionsOf?: (version: TemplateVersionView) => ReactNode;
};

/** The versions that were in force before. */
export function EarlierVersions({ versions, actionsOf }: Props) {
  const t = useTranslations('documents');
  if (versions.length === 0) return null;
  return (
    <Panel title={t('earlier')}>
      <div className="flex flex-col gap-4">
        {versions.map((version) => (
          <details key={version.version}>
            <summary className="cursor-pointer">
              <VersionLine version={version} />
            </summary>
            <TemplateWords version={version} />
            {actionsOf ? <div className="pt-2">{actionsOf(version)}</div> : null}
          </details>
        ))}
      </div>
    </Panel>
  );
}

function VersionLine({ version }: { version: TemplateVersionView }) {
  const t = useTranslations('documents');
  const format = useFormatter();
  const { publishedAt, publishedBy, note } = version;
  const words = [
    t('version', { version: version.version }),
    publishedAt === null
      ? t('original')
      : `${publishedBy?.name ?? '—'}, ${format.dateTime(publishedAt, 'dateTime')}`,
    note,
  ];
  return <>{words.filter(Boolean).join(' · ')}</>;
}

/** Title and text of a version, to be read. */
export function TemplateWords({ version: { title, text } }: { version: TemplateVersionView }) {
  return (
    <div lang="ru" className="flex flex-col gap-2 pt-2">
      <p className="font-semibold">{title}</p>
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
    </div>
  );
}
