'use client';

import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { MoreRowsFoot } from '@/components/more-rows-foot';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { later } from '@/components/ui/later';
import { Panel } from '@/components/ui/panel';
import { useFetchedWhenIdle } from '@/components/ui/use-fetched-when-idle';
import { useMoreRows } from '@/components/use-more-rows';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import type { PurchaseView } from '@/lib/domain/purchases/purchases.contract';
import { useRemovePurchase } from './use-remove-purchase';
import { useSumWords } from './use-sum-words';

const PurchaseDialog = later(() => import('./purchase-dialog').then(({ PurchaseDialog }) => PurchaseDialog));
const parts = [PurchaseDialog];

type Opened = { what: 'new' } | { what: 'edit'; purchaseId: string };

/** What a counterparty bought, newest first. */
export function PurchasesPanel({ page }: { page: CardPage }) {
  const t = useTranslations('purchases');
  const [opened, setOpened] = useState<Opened | null>(null);
  useFetchedWhenIdle(parts);
  const { card } = page;
  const rows = useMoreRows(
    { rows: page.purchases, next: page.more.purchases },
    `/counterparties/${card.id}/purchases`,
  );
  const mayRecord = page.may.recordPurchases;
  const removal = useRemovePurchase();
  const close = () => setOpened(null);
  const chosen =
    opened && opened.what !== 'new' ? rows.rows.find(({ id }) => id === opened.purchaseId) : undefined;
  return (
    <Panel
      title={t('title')}
      actions={
        <>
          {rows.rows.length > 0 ? (
            <CsvButton list="purchases" filters={{ counterpartyId: card.id }} size="small" />
          ) : null}
          {mayRecord ? (
            <Button size="small" variant="quiet" icon={<Plus />} onClick={() => setOpened({ what: 'new' })}>
              {t('add')}
            </Button>
          ) : null}
        </>
      }
    >
      {rows.rows.length === 0 ? <p className="text-faint">{t('empty')}</p> : null}
      <ul className="flex flex-col gap-2">
        {rows.rows.map((purchase) => (
          <OnePurchase
            key={purchase.id}
            purchase={purchase}
            onEdit={mayRecord ? () => setOpened({ what: 'edit', purchaseId: purchase.id }) : undefined}
            problem={removal.problemOf(purchase.id)}
            onRemove={mayRecord ? () => removal.remove(purchase.id) : undefined}
          />
        ))}
      </ul>
      <MoreRowsFoot {...rows} shownCount={rows.rows.length} />
      {opened?.what === 'new' ? <PurchaseDialog card={card} onClose={close} /> : null}
      {opened?.what === 'edit' && chosen ? (
        <PurchaseDialog key={chosen.id} card={card} purchase={chosen} onClose={close} />
      ) : null}
    </Panel>
  );
}

type OneProps = {
  purchase: PurchaseView;
  /** Why it was not removed. */
  problem: string | null;
  onEdit?: () => void;
  onRemove?: () => void;
};

function OnePurchase({ purchase, problem, onEdit, onRemove }: OneProps) {
  const t = useTranslations('purchases');
  const words = useSumWords();
  const sum = words.sum(purchase.sumKopecks);
  const { contractNumber, boughtOn, paidOn, project, note } = purchase;
  return (
    <li className="flex items-start gap-1">
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-medium tabular-nums">{sum}</span>
          <Badge tone={paidOn ? 'good' : 'warning'}>
            {paidOn ? t('paid', { date: words.day(paidOn) }) : t('unpaid')}
          </Badge>
        </span>
        <span className="block text-soft text-sm">
          {[
            words.day(boughtOn),
            project?.name,
            contractNumber && t('contractNumber', { number: contractNumber }),
            note,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {problem ? (
          <InlineAlert tone="danger" urgent>
            {problem}
          </InlineAlert>
        ) : null}
      </div>
      {onEdit ? (
        <>
          <IconButton size="small" label={t('edit', { sum })} icon={<Pencil />} onClick={onEdit} />
          <IconButton size="small" label={t('remove', { sum })} icon={<Trash2 />} onClick={onRemove} />
        </>
      ) : null}
    </li>
  );
}
