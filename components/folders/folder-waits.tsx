'use client';

import { useTranslations } from 'use-intl';
import type { FolderWait } from '@/lib/domain/folders/folder-views';

/** What a folder waits for, and of whom. */
export function FolderWaits({ waits }: { waits: readonly FolderWait[] }) {
  const t = useTranslations('folders');
  if (waits.length === 0) return <span className="text-faint">{t('waitsForNothing')}</span>;
  return (
    <ul className="flex flex-col gap-0.5">
      {waits.map(({ what, employee, departmentKind }) => (
        <li key={what}>
          {t('waitsFor', {
            what: t(`waits.${what}`),
            who:
              what === 'giveSignatures'
                ? t('headOfClient')
                : (employee?.name ?? t(`departments.${departmentKind}`)),
          })}
        </li>
      ))}
    </ul>
  );
}
