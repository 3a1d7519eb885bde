import { ButtonLink } from '@/components/ui/button-link';
import { requestLanguage } from './request-language';

export async function generateMetadata() {
  const { t } = await requestLanguage();
  return { title: t('common.notFound.title') };
}

export default async function NotFound() {
  const { t } = await requestLanguage();
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-3 p-6">
      <h1 className="font-semibold text-2xl">{t('common.notFound.title')}</h1>
      <p className="text-soft">{t('common.notFound.text')}</p>
      <ButtonLink href="/" variant="primary">
        {t('common.notFound.home')}
      </ButtonLink>
    </main>
  );
}
