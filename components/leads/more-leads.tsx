import { useTranslations } from 'use-intl';
import { TextLink } from '@/components/ui/text-link';

/** The inbox has no room for all; every lead stands in the list of next reactions. */
export function MoreLeads() {
  const t = useTranslations('leads');
  return (
    <p className="px-4 py-3 text-soft">
      {t('more')} <TextLink href="/reactions?scope=department">{t('moreLink')}</TextLink>
    </p>
  );
}
