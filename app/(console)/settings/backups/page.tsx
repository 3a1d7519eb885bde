import { notFound } from 'next/navigation';
import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { BackupsScreen } from '@/components/backups/backups-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { backupKeeper, backupOffice } from '@/lib/context';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { listBackups } from '@/lib/operations/backups/list-backups';

export default async function BackupsPage() {
  const { person, context } = await signedInPage();
  if (!mayAdminister(person)) notFound();
  const { t } = await requestLanguage();
  const view = await listBackups(context, { keeper: backupKeeper(), office: backupOffice() });
  return (
    <>
      <RefreshOnNews nouns={['settings']} />
      <BackupsScreen title={t('settings.nav.backups')} view={view} />
      <div className="pt-4">
        <HistoryPanel context={context} noun="backups" isNamed />
      </div>
    </>
  );
}
