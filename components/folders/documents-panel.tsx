'use client';

import { useTranslations } from 'use-intl';
import { DocumentLine } from '@/components/documents/document-line';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { DocumentKind } from '@/lib/domain/documents/document';
import type { FolderView } from '@/lib/domain/folders/folder-views';
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
            <DocumentLine key={document.id} document={document} />
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
