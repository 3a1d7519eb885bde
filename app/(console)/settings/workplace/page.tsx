import { requestLanguage } from '@/app/request-language';
import { WorkplaceCheck } from '@/components/phone/workplace-check';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';

/** Whether this computer and this browser can be a telephone. */
export default async function WorkplacePage() {
  const { t } = await requestLanguage();
  return (
    <>
      <PageHeader title={t('settings.nav.workplace')} />
      <Panel className="max-w-3xl">
        <p className="pb-4 text-soft">{t('phone.check.text')}</p>
        <WorkplaceCheck />
      </Panel>
    </>
  );
}
