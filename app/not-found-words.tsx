import { ButtonLink } from '@/components/ui/button-link';
import { requestLanguage } from './request-language';

export async function notFoundMetadata() {
  const { t } = await requestLanguage();
  return { title: t('common.notFound.title') };
}

export async function NotFoundWords() {
  const { t } = await requestLanguage();
  return (
    <div className="flex flex-col items-start gap-3">
      <h1 className="font-semibold text-2xl">{t('common.notFound.title')}</h1>
      <p className="text-soft">{t('common.notFound.text')}</p>
      <ButtonLink href="/" variant="primary">
        {t('common.notFound.home')}
      </ButtonLink>
    </div>
  );
}
