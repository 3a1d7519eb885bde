'use client';

import { useTranslations } from 'use-intl';
import { Panel } from '@/components/ui/panel';
import type { FolderView } from '@/lib/domain/folders/folder-views';
import { ChecklistStep } from './checklist-step';

/** ON-2: the ten steps, each with its signature or why it cannot be signed yet. */
export function Checklist({ folder }: { folder: FolderView }) {
  const t = useTranslations('folders');
  const required = folder.steps.filter(({ isRequired }) => isRequired);
  const signed = required.filter(({ signature }) => signature?.isIntact);
  return (
    <Panel
      title={t('checklist')}
      actions={
        <span className="text-soft tabular-nums">
          {t('progress', { signed: signed.length, required: required.length })}
        </span>
      }
      flush
    >
      <ol className="divide-y divide-line">
        {folder.steps.map((step, at) => (
          <ChecklistStep key={step.step} folder={folder} step={step} number={at + 1} />
        ))}
      </ol>
    </Panel>
  );
}
