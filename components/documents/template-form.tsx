'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { useChange } from '@/components/use-change';
import type { useEdition } from '@/components/use-edition';
import { useErrorWords } from '@/components/use-error-words';
import type { TemplateVersionView } from '@/lib/domain/documents/documents.contract';
import { templateFacts, templateLimits } from '@/lib/domain/documents/template';
import { TemplateDraftNotice } from './template-draft-notice';

type TemplateEdition = ReturnType<typeof useEdition<{ title: string; text: string; note: string }>>;
type Props = { inForce: TemplateVersionView; edition: TemplateEdition };

/** The text as it is being written; nothing is published over a version that the person has not seen. */
export function TemplateForm({ inForce, edition }: Props) {
  const t = useTranslations('documents');
  const words = useErrorWords();
  const router = useRouter();
  const { form, isTouched } = edition;
  const { run, busy, error, clearError } = useChange(
    (body: object, options) => api.post(`/document-templates/${inForce.kind}`, body, options),
    {
      onDone: () => {
        edition.startAnew();
        notify(t('published'));
        router.refresh();
      },
      onRefused: ({ code }) => {
        if (code === 'conflict') router.refresh();
      },
    },
  );
  const problemOf = (name: string) => {
    const message = error?.fields?.[name];
    return message ? words.ofField(message) : undefined;
  };
  const isOutdated = edition.isOutdated && !busy;
  const drop = () => {
    edition.startAnew();
    clearError();
  };
  return (
    <div className="flex flex-col gap-3">
      <TemplateDraftNotice
        inForce={inForce}
        isOutdated={isOutdated}
        isRestored={edition.isRestored}
        onKeep={() => {
          edition.takeOver();
          clearError();
        }}
        onDrop={drop}
      />
      <InlineAlert>{t('facts', { facts: templateFacts.map((fact) => `{${fact}}`).join(', ') })}</InlineAlert>
      {error && Object.keys(error.fields).length === 0 && !isOutdated ? (
        <InlineAlert tone="danger" urgent>
          {error.code === 'conflict' ? t('stale') : words.ofError(error)}
        </InlineAlert>
      ) : null}
      <TextField
        label={t('columns.title')}
        lang="ru"
        required
        maxLength={templateLimits.title}
        value={form.title}
        error={problemOf('title')}
        onValueChange={(changed) => edition.change({ ...form, title: changed })}
      />
      <TextArea
        label={t('text')}
        lang="ru"
        required
        rows={12}
        maxLength={templateLimits.text}
        value={form.text}
        error={problemOf('text')}
        onValueChange={(changed) => edition.change({ ...form, text: changed })}
      />
      <TextField
        label={t('note')}
        maxLength={300}
        value={form.note}
        error={problemOf('note')}
        onValueChange={(note) => edition.change({ ...form, note })}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant="primary"
          busy={busy}
          disabledReason={isOutdated ? t('stale') : isTouched ? null : t('unchanged')}
          onClick={() => void run({ basedOn: edition.version, ...form })}
        >
          {t('publish')}
        </Button>
        {isTouched && !isOutdated && !edition.isRestored ? (
          <>
            <Button onClick={drop}>{t('dropDraft')}</Button>
            <span className="text-soft">{t('unpublished')}</span>
          </>
        ) : null}
      </div>
    </div>
  );
}
