'use client';

import { useTranslations } from 'use-intl';
import { InlineAlert } from '@/components/ui/inline-alert';
import { useErrorWords } from '@/components/use-error-words';
import type { RolePreview } from '@/lib/domain/employees/roles.contract';
import type { Previewed } from './use-role-preview';

/** How many people get or lose something, beside the button that saves it. */
export function RolePreviewSummary({ previewed }: { previewed: Previewed }) {
  const t = useTranslations('roles.preview');
  const words = useErrorWords();
  if (previewed.state === 'none') return null;
  return (
    <div role="status" className="flex flex-col gap-2">
      {previewed.state === 'counting' ? <p className="text-soft">{t('counting')}</p> : null}
      {previewed.state === 'failed' ? (
        <InlineAlert tone="danger">{words.ofError(previewed.error)}</InlineAlert>
      ) : null}
      {previewed.state === 'counted' ? <Counted preview={previewed.preview} /> : null}
    </div>
  );
}

function Counted({ preview }: { preview: RolePreview }) {
  const t = useTranslations('roles.preview');
  const { gainedCount, lostCount, losesOwn, leavesNobody } = preview;
  const parts = [
    gainedCount > 0 && t('gained', { count: gainedCount }),
    lostCount > 0 && t('lost', { count: lostCount }),
  ].filter(Boolean);
  return (
    <>
      <p>{parts.length === 0 ? t('none') : `${t('title')}: ${parts.join(', ')}`}</p>
      {leavesNobody ? (
        <InlineAlert tone="danger">{t('leavesNobody')}</InlineAlert>
      ) : losesOwn ? (
        <InlineAlert tone="warning">{t('losesOwn')}</InlineAlert>
      ) : null}
    </>
  );
}
