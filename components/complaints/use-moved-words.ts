'use client';

import { useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';

/** What is said once a complaint was moved: which department answers for it now. */
export function useMovedWords(): (department: { name: string; nameEn: string }) => string {
  const t = useTranslations('complaints.forms');
  const departmentName = useDepartmentName();
  return (department) => t('movedTo', { department: departmentName(department) });
}
