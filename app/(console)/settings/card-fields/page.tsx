import { notFound } from 'next/navigation';
import { DirectoryPage, DirectoryTable } from '@/app/(console)/settings/directory-page';
import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { AddCardField, EditCardField } from '@/components/settings/card-field-dialogs';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import type { CardFieldView } from '@/lib/domain/counterparties/card-fields.contract';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { localizedName } from '@/lib/domain/localized-name';
import { listCardFields } from '@/lib/operations/settings/list-card-fields';

export default async function CardFieldsPage() {
  const { person, context } = await signedInPage();
  if (!mayAdminister(person)) notFound();
  const { rows } = await listCardFields(context);
  const { t, locale } = await requestLanguage();
  return (
    <DirectoryPage title={t('settings.nav.card-fields')} nouns={['cardField']} actions={<AddCardField />}>
      <Panel flush>
        <DirectoryTable<CardFieldView>
          path="/card-fields"
          edit={(row) => <EditCardField field={row} />}
          nameOf={(row) => localizedName(row, locale)}
          caption={t('cardFields.list')}
          rows={rows}
          empty={<EmptyState title={t('cardFields.empty')} text={t('cardFields.hint')} />}
          columns={[
            {
              key: 'name',
              header: t('cardFields.name'),
              isRowHeader: true,
              cell: (row) => localizedName(row, locale),
            },
            { key: 'kind', header: t('cardFields.kind'), cell: (row) => t(`cardFields.kinds.${row.kind}`) },
            {
              key: 'choices',
              header: t('cardFields.choices'),
              cell: (row) => row.choices.join(', ') || '—',
              isHiddenOnPhone: true,
            },
          ]}
        />
      </Panel>
      <HistoryPanel context={context} noun="cardField" />
    </DirectoryPage>
  );
}
