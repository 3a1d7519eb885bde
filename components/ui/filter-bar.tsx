'use client';

import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';

type Props = {
  children: ReactNode;
  /** Shown only while something is filtered. */
  onReset?: () => void;
  isFiltered?: boolean;
  /** Buttons at the right. */
  actions?: ReactNode;
};

/** The row of controls over a list. */
export function FilterBar({ children, onReset, isFiltered = false, actions }: Props) {
  const t = useTranslations('common');
  return (
    <search aria-label={t('filters')} className="flex flex-wrap items-end gap-x-3 gap-y-2 pb-3">
      {children}
      {onReset && isFiltered ? (
        <Button variant="quiet" icon={<RotateCcw />} onClick={onReset}>
          {t('reset')}
        </Button>
      ) : null}
      {actions ? <div className="ml-auto flex flex-wrap gap-2">{actions}</div> : null}
    </search>
  );
}
