import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { requestLanguage } from '@/app/request-language';
import { DemoSignIn } from '@/components/employees/demo-sign-in';
import { Entrance } from '@/components/employees/entrance';
import { pageAfterSignIn } from '@/components/employees/sign-in';
import { SignInForm } from '@/components/employees/sign-in-form';
import { InlineAlert } from '@/components/ui/inline-alert';
import { endOfSession, identify, systemContext } from '@/lib/context';
import { env } from '@/lib/env';
import { listDemoPeople } from '@/lib/operations/sessions/list-demo-people';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('auth.signInTitle') };
}

type Props = { searchParams: Promise<{ from?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { from } = await searchParams;
  const nextPage = pageAfterSignIn(typeof from === 'string' ? from : null);
  if (await identify({ headers: await headers() })) redirect(nextPage);
  const { t, locale } = await requestLanguage();
  const end = await endOfSession({ headers: await headers() });
  const why = end ? (
    <InlineAlert tone={end === 'disabled' ? 'danger' : 'info'} className="mb-4">
      {t(`auth.ended.${end}`)}
    </InlineAlert>
  ) : null;

  if (env().demoSignIn) {
    const departments = await listDemoPeople(await systemContext(), { locale });
    return (
      <Entrance title={t('auth.demoTitle')} text={t('auth.demoText')} motto={t('auth.motto')} wide>
        {why}
        <DemoSignIn departments={departments} nextPage={nextPage} />
      </Entrance>
    );
  }
  return (
    <Entrance title={t('auth.signInTitle')} motto={t('auth.motto')}>
      {why}
      <SignInForm nextPage={nextPage} />
    </Entrance>
  );
}
