'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { RestoredNotice } from '@/components/form-notices';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { TextLink } from '@/components/ui/text-link';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { useKeptForm } from '@/components/use-kept-form';
import type { TemplateVersionView } from '@/lib/domain/documents/documents.contract';
import { templateFacts, templateLimits } from '@/lib/domain/documents/template';

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
        <Panel title={t('text')}>
          {mayPublish ? (
            <TemplateForm key={inForce.version} inForce={inForce} />
          ) : (
            <TemplateWords version={inForce} />
          )}
        </Panel>
        {earlier.length > 0 ? (
          <Panel title={t('earlier')}>
            <div className="flex flex-col gap-4">
              {earlier.map((version) => (
                <details key={version.version}>
                  <summary className="cursor-pointer">
                    <VersionLine version={version} />
                  </summary>
                  <TemplateWords version={version} />
                </details>
              ))}
            </div>
          </Panel>
        ) : null}
      </div>
    </>
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

function TemplateWords({ version: { title, text } }: { version: TemplateVersionView }) {
  return (
    <div lang="ru" className="flex flex-col gap-2 pt-2">
      <p className="font-semibold">{title}</p>
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
    </div>
  );
}

function TemplateForm({ inForce }: { inForce: TemplateVersionView }) {
  const t = useTranslations('documents');
  const words = useErrorWords();
  const router = useRouter();
  const { kind, version, title, text } = inForce;
  const kept = useKeptForm(`template ${kind} ${version}`, () => ({ title, text, note: '' }));
  const { form } = kept;
  const { run, busy, error } = useChange(
    (body: object, options) => api.post(`/document-templates/${kind}`, body, options),
    {
      onDone: () => {
        kept.startAnew();
        notify(t('published'));
        router.refresh();
      },
    },
  );
  const problemOf = (name: string) => {
    const message = error?.fields?.[name];
    return message ? words.ofField(message) : undefined;
  };
  return (
    <div className="flex flex-col gap-3">
      <RestoredNotice {...kept} />
      <InlineAlert>{t('facts', { facts: templateFacts.map((fact) => `{${fact}}`).join(', ') })}</InlineAlert>
      {error && Object.keys(error.fields).length === 0 ? (
        <InlineAlert tone="danger" urgent>
          {words.ofError(error)}
        </InlineAlert>
      ) : null}
      <TextField
        label={t('columns.title')}
        lang="ru"
        required
        maxLength={templateLimits.title}
        value={form.title}
        error={problemOf('title')}
        onValueChange={(changed) => kept.change({ ...form, title: changed })}
      />
      <TextArea
        label={t('text')}
        lang="ru"
        required
        rows={12}
        maxLength={templateLimits.text}
        value={form.text}
        error={problemOf('text')}
        onValueChange={(changed) => kept.change({ ...form, text: changed })}
      />
      <TextField
        label={t('note')}
        maxLength={300}
        value={form.note}
        error={problemOf('note')}
        onValueChange={(note) => kept.change({ ...form, note })}
      />
      <div>
        <Button
          variant="primary"
          busy={busy}
          disabledReason={kept.isTouched ? null : t('unchanged')}
          onClick={() => void run({ basedOn: version, ...form })}
        >
          {t('publish')}
        </Button>
      </div>
    </div>
  );
}
