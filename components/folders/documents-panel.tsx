'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { type DocumentKind, documentFormats } from '@/lib/domain/documents/document';
import type { DocumentView, FolderView } from '@/lib/domain/folders/folder-views';
import { useFolderChange } from './use-folder-change';

/** What was made from templates for the folder, and what is still to be made. */
export function DocumentsPanel({ folder }: { folder: FolderView }) {
  const t = useTranslations('documents');
  const folders = useTranslations('folders');
  const change = useFolderChange();
  const { documents, missingActs, may } = folder;
  const make = (kind: DocumentKind, projectId: string | null, label: string) => (
    <Button
      key={`${kind} ${projectId}`}
      size="small"
      busy={change.busy}
      disabledReason={
        kind === 'recommendationRequest' && !folder.isClientSatisfied
          ? folders('refusals.notSatisfied')
          : null
      }
      onClick={() =>
        void change.run({
          path: `/folders/${folder.id}/documents`,
          body: { kind, projectId },
          done: t('made', { title: label }),
        })
      }
    >
      {label}
    </Button>
  );
  const others: DocumentKind[] = [
    'titlePage',
    ...(folder.hasParts ? (['courierLabel'] as const) : []),
    'contactsLetter',
    'recommendationRequest',
  ];
  return (
    <Panel
      title={t('title')}
      actions={<TextLink href="/settings/document-templates">{t('templates')}</TextLink>}
    >
      <div className="flex flex-col gap-3">
        {documents.length === 0 ? <p className="text-faint">{t('none')}</p> : null}
        <ul className="flex flex-col gap-2 empty:hidden">
          {documents.map((document) => (
            <OneDocument key={document.id} document={document} />
          ))}
        </ul>
        {may.work ? (
          <fieldset className="flex flex-col gap-2">
            <legend className="pb-1 font-medium text-sm text-soft">{t('make')}</legend>
            <div className="flex flex-wrap gap-2">
              {missingActs.map((product) =>
                product
                  ? make('handOverAct', product.id, t('actOf', { product: product.name }))
                  : make('workAct', null, t('kinds.workAct')),
              )}
              {others.map((kind) => make(kind, null, t(`kinds.${kind}`)))}
            </div>
          </fieldset>
        ) : null}
        {change.problem ? (
          <InlineAlert tone="danger" urgent>
            {change.problem}
          </InlineAlert>
        ) : null}
      </div>
    </Panel>
  );
}

function OneDocument({ document }: { document: DocumentView }) {
  const t = useTranslations('documents');
  const format = useFormatter();
  const { id, title, project, madeBy, madeAt, kind, number } = document;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3">
      <span className="min-w-0 flex-1 basis-64 [overflow-wrap:anywhere]">
        {title}
        <span className="block text-soft text-sm">
          {[
            t('numbered', { kind: t(`kinds.${kind}`), number }),
            project?.name,
            madeBy?.name,
            format.dateTime(madeAt, 'dateTime'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {documentFormats.map((one) => (
        <a
          key={one}
          href={`/api/v1/documents/${id}/file?format=${one}`}
          download
          aria-label={t('download', { title, format: one.toUpperCase() })}
          className="rounded-sm text-accent-ink underline underline-offset-2"
        >
          {one.toUpperCase()}
        </a>
      ))}
    </li>
  );
}
