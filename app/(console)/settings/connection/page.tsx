import { notFound } from 'next/navigation';
import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { ConnectionTest } from '@/components/settings/connection/connection-test';
import { PageHeader } from '@/components/ui/page-header';
import { mayAdminister } from '@/lib/domain/employees/permissions';

export default async function ConnectionPage() {
  const { person, context } = await signedInPage();
  if (!mayAdminister(person)) notFound();
  const { t } = await requestLanguage();
  return (
    <>
      <PageHeader title={t('settings.nav.connection')} />
      <div className="flex flex-col gap-4">
        <ConnectionTest />
        <HistoryPanel context={context} noun="connection" isNamed />
      </div>
    </>
  );
}
