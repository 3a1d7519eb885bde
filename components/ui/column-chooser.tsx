'use client';

import { Columns3, RotateCcw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { CheckboxField } from './checkbox-field';
import { Popover } from './popover';

type Props<Key extends string> = {
  columns: readonly { key: Key; label: string }[];
  shown: readonly Key[];
  onShownChange: (shown: Key[]) => void;
  /** Back to the usual columns; left out while they are shown. */
  onReset?: () => void;
};

/** Which columns of a table are shown; the ones that name a row and act on it are always there. */
export function ColumnChooser<Key extends string>({ columns, shown, onShownChange, onReset }: Props<Key>) {
  const t = useTranslations('common.table');
  return (
    <Popover
      align="end"
      title={t('columns')}
      trigger={
        <Button variant="quiet" icon={<Columns3 />}>
          {t('columns')}
        </Button>
      }
    >
      <div className="flex flex-col gap-1">
        {columns.map(({ key, label }) => (
          <CheckboxField
            key={key}
            label={label}
            value={shown.includes(key)}
            onValueChange={(isShown) =>
              onShownChange(
                columns
                  .map((column) => column.key)
                  .filter((one) => (one === key ? isShown : shown.includes(one))),
              )
            }
          />
        ))}
        {onReset ? (
          <Button
            size="small"
            variant="quiet"
            icon={<RotateCcw />}
            className="mt-1 self-start"
            onClick={onReset}
          >
            {t('usualColumns')}
          </Button>
        ) : null}
      </div>
    </Popover>
  );
}
