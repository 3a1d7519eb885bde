'use client';

import { Info } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';

/** A button beside a figure that opens its formula. */
export function FormulaNote({ name, text }: { name: string; text: string }) {
  const t = useTranslations('reports');
  return (
    <Popover
      trigger={
        <IconButton
          size="small"
          label={t('formula', { figure: name })}
          icon={<Info />}
          className="print:hidden"
        />
      }
      title={name}
    >
      <p className="text-left font-normal text-base text-ink">{text}</p>
    </Popover>
  );
}
