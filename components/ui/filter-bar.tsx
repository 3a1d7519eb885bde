'use client';

import clsx from 'clsx';
import { ListFilter, RotateCcw } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';

type Props = {
  /** Always in sight. Where there is such a control, a phone keeps the others behind a button. */
  first?: ReactNode;
  children: ReactNode;
  /** Shown only while something is filtered. */
  onReset?: () => void;
  isFiltered?: boolean;
  /** Buttons at the right. */
  actions?: ReactNode;
};

/** The row of controls over a list. */
export function FilterBar({ first, children, onReset, isFiltered = false, actions }: Props) {
  const t = useTranslations('common');
  const id = useId();
  const [isOpen, setOpen] = useState(isFiltered);
  const row = 'flex flex-wrap items-end gap-x-3 gap-y-2';
  return (
    <search aria-label={t('filters')} data-narrows={isFiltered} className={clsx(row, 'pb-3')}>
      {first}
      {first ? (
        <Button
          className="desk:hidden"
          icon={<ListFilter />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {t('filters')}
        </Button>
      ) : null}
      <div id={id} className={clsx('desk:contents', first && !isOpen ? 'phone:hidden' : row)}>
        {children}
        {onReset && isFiltered ? (
          <Button variant="quiet" icon={<RotateCcw />} onClick={onReset}>
            {t('reset')}
          </Button>
        ) : null}
        {actions ? <div className="ml-auto flex flex-wrap gap-2 print:hidden">{actions}</div> : null}
      </div>
    </search>
  );
}
