import { notFound } from 'next/navigation';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { NewDepartmentForm } from '@/components/settings/department-form';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { mayAdminister } from '@/lib/domain/employees/permissions';

export default async function NewDepartmentPage() {
  const { person } = await signedInPage();
  if (!mayAdminister(person)) notFound();
  const { t } = await requestLanguage();
  return (
    <>
      <PageHeader
        title={t('departments.new')}
        up={<TextLink href="/settings/departments">{t('settings.nav.departments')}</TextLink>}
      />
      <Panel>
        <NewDepartmentForm />
      </Panel>
    </>
  );
}
