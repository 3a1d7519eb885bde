'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useSumWords } from '@/components/purchases/use-sum-words';
import { Button } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Panel } from '@/components/ui/panel';
import type { FolderView } from '@/lib/domain/folders/folder-views';
import { DeliveryDialog } from './delivery-dialog';
import { useFolderChange } from './use-folder-change';

/** ON-5: the parcel from the key to the confirmed delivery. */
export function ParcelPanel({ folder }: { folder: FolderView }) {
  const t = useTranslations('folders.parcel');
  const format = useFormatter();
  const words = useSumWords();
  const change = useFolderChange();
  const { may, keyConfirmed, courier, deliveryOn, collectedAt, deliveredAt } = folder;
  const isDaySigned = folder.steps.some(
    ({ step, signature }) => step === 'deliveryReaction' && signature !== null,
  );
  const isOffStandard = folder.deviations.some(({ settledAt }) => settledAt === null);
  const at = (time: number | null) => (time === null ? '—' : format.dateTime(time, 'dateTime'));
  const stepsLeft = folder.steps.some(({ isRequired, signature }) => isRequired && !signature);
  const press = (path: string, done: string, body?: object) => ({
    busy: change.busy,
    onClick: () => void change.run({ path: `/folders/${folder.id}/${path}`, body, done }),
  });
  return (
    <Panel title={t('title')}>
      <div className="flex flex-col gap-3">
        <DescriptionList
          entries={[
            {
              term: t('key'),
              value: keyConfirmed ? `${keyConfirmed.by?.name ?? '—'}, ${at(keyConfirmed.at)}` : t('notYet'),
            },
            {
              term: t('courier'),
              value: courier
                ? t('courierValue', {
                    name: courier.name,
                    pickup: words.day(courier.pickupOn),
                    days: courier.days,
                  })
                : t('notYet'),
            },
            { term: t('collected'), value: collectedAt === null ? t('notYet') : at(collectedAt) },
            { term: t('deliveryOn'), value: deliveryOn ? words.day(deliveryOn) : t('notYet') },
            { term: t('delivered'), value: deliveredAt === null ? t('notYet') : at(deliveredAt) },
          ]}
        />
        {change.problem ? (
          <InlineAlert tone="danger" urgent>
            {change.problem}
          </InlineAlert>
        ) : null}
        <div className="flex flex-wrap gap-2 empty:hidden">
          {may.confirmKey ? (
            <Button variant="primary" {...press('key-confirmation', t('keyDone'))}>
              {t('confirmKey')}
            </Button>
          ) : null}
          {may.work && collectedAt === null ? (
            <Button
              disabledReason={isOffStandard ? t('openDeviation') : stepsLeft ? t('stepsLeft') : null}
              {...press('collection', t('collectDone'))}
            >
              {t('collect')}
            </Button>
          ) : null}
          {may.work && collectedAt !== null && deliveredAt === null ? (
            <>
              <Button
                variant="primary"
                {...press('delivery/outcome', t('deliverDone'), { outcome: 'delivered' })}
              >
                {t('deliver')}
              </Button>
              <DeliveryDialog folder={folder} isChased />
            </>
          ) : null}
          {may.work && collectedAt === null && deliveryOn && !isDaySigned ? (
            <DeliveryDialog folder={folder} />
          ) : null}
        </div>
      </div>
    </Panel>
  );
}
