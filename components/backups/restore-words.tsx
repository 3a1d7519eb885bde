'use client';

import { useTranslations } from 'use-intl';
import { Panel } from '@/components/ui/panel';

/** How to come back to a backup: only whoever owns the server can, while no console runs. */
export function RestoreWords({ newest }: { newest: string | null }) {
  const t = useTranslations('backups.restore');
  const name = newest ?? t('name');
  const steps = [
    { text: t('stop'), command: null },
    { text: t('run'), command: `npm run restore -- ${name} --replace` },
    { text: t('start'), command: 'npm start' },
  ];
  return (
    <Panel title={t('title')}>
      <p className="pb-3 text-soft">{t('text')}</p>
      <ol className="flex list-decimal flex-col gap-2 pl-5">
        {steps.map(({ text, command }) => (
          <li key={text}>
            {text}
            {command ? (
              <code className="mt-1 block rounded-md bg-sunken px-3 py-1 text-sm [overflow-wrap:anywhere]">
                {command}
              </code>
            ) : null}
          </li>
        ))}
      </ol>
      <p className="pt-3 text-soft">{t('try')}</p>
      <code className="mt-1 block rounded-md bg-sunken px-3 py-1 text-sm [overflow-wrap:anywhere]">
        {`npm run restore -- ${name} --into ${t('folder')}`}
      </code>
      <p className="pt-3 text-soft">{t('secrets')}</p>
    </Panel>
  );
}
