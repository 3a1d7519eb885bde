import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { TemplateTable } from '@/components/documents/template-table';
import { RefreshOnNews } from '@/components/live/live-provider';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { listTemplates } from '@/lib/operations/documents/list-templates';

export default async function DocumentTemplatesPage() {
  const { context } = await signedInPage();
  const { t } = await requestLanguage();
  const { rows } = await listTemplates(context);
  return (
    <>
      <RefreshOnNews nouns={['documentTemplate']} />
      <PageHeader title={t('settings.nav.document-templates')} />
      <Panel flush>
        <TemplateTable rows={rows} />
      </Panel>
    </>
  );
}
