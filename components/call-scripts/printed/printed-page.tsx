'use client';

import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import type { CallScriptPage } from '@/lib/domain/call-scripts/call-scripts.contract';
import { titleKeyOf } from '../title-key-of';

type Props = { page: CallScriptPage; title: string; children: ReactNode };

/** A sheet made of the chart and the words in force, with both versions on it, for the screen and for paper. */
export function PrintedPage({ page, title, children }: Props) {
  const t = useTranslations('callScriptPage');
  const format = useFormatter();
  const { version, wording } = page;
  const versions = t('printed.versions', { chart: version, words: wording.version });
  return (
    <>
      <PageHeader
        title={title}
        up={<TextLink href={`/call-scripts/${page.id}`}>{t(titleKeyOf(page.id))}</TextLink>}
        meta={
          <span className="text-soft">
            {wording.publishedAt === null
              ? versions
              : t('printed.versionsOf', { versions, at: format.dateTime(wording.publishedAt, 'date') })}
          </span>
        }
        actions={
          <span className="print:hidden">
            <Button icon={<Printer />} onClick={() => window.print()}>
              {t('printed.print')}
            </Button>
          </span>
        }
      />
      <div className="flex max-w-5xl flex-col gap-4">{children}</div>
    </>
  );
}
