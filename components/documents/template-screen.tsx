'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { useEdition } from '@/components/use-edition';
import type { TemplateVersionView } from '@/lib/domain/documents/documents.contract';
import { TemplateForm } from './template-form';
import { EarlierVersions, TemplateWords } from './template-versions';

type Props = { versions: readonly TemplateVersionView[]; mayPublish: boolean };

/** The text of one document: its version in force to be changed, and those before it. */
export function TemplateScreen({ versions, mayPublish }: Props) {
  const t = useTranslations('documents');
  const [inForce, ...earlier] = versions;
  if (!inForce) return null;
  return (
    <>
      <PageHeader
        up={<TextLink href="/settings/document-templates">{t('templates')}</TextLink>}
        title={t(`kinds.${inForce.kind}`)}
        meta={<span className="text-soft">{t('version', { version: inForce.version })}</span>}
      />
      <div className="flex flex-col gap-4">
        {mayPublish ? (
          <TemplateEditor inForce={inForce} earlier={earlier} />
        ) : (
          <>
            <Panel title={t('text')}>
              <TemplateWords version={inForce} />
            </Panel>
            <EarlierVersions versions={earlier} />
          </>
        )}
      </div>
    </>
  );
}

type EditorProps = { inForce: TemplateVersionView; earlier: readonly TemplateVersionView[] };

function TemplateEditor({ inForce, earlier }: EditorProps) {
  const t = useTranslations('documents');
  const { kind, version, title, text } = inForce;
  const edition = useEdition(`template ${kind}`, { version, form: { title, text, note: '' } });
  return (
    <>
      <Panel title={t('text')}>
        <TemplateForm inForce={inForce} edition={edition} />
      </Panel>
      <EarlierVersions
        versions={earlier}
        actionsOf={(chosen) => (
          <Button
            size="small"
            disabledReason={edition.isTouched ? t('draftFirst') : null}
            onClick={() => {
              edition.change({ ...edition.form, title: chosen.title, text: chosen.text });
              notify(t('broughtBack', { version: chosen.version }));
            }}
          >
            {t('bringBack')}
          </Button>
        )}
      />
    </>
  );
}
