'use client';

import { ArrowLeftRight, Merge } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { ComparedCard } from '@/lib/domain/counterparties/duplicates.contract';
import type { MergeField, MergeSide } from '@/lib/domain/counterparties/merge';
import { CompareTable } from './compare-table';
import { comparedFields } from './compared-fields';

type Props = { own: ComparedCard; other: ComparedCard; mayMerge: boolean; mayAssign: boolean };

/** Two cards side by side: which values stay, and the merge itself. */
export function CompareScreen({ own, other, mayMerge: mayMergeCards, mayAssign }: Props) {
  const t = useTranslations('duplicates');
  const words = useErrorWords();
  const router = useRouter();
  const [taken, setTaken] = useState<Partial<Record<MergeField, MergeSide>>>({});
  const [isAsking, setAsking] = useState(false);
  const isOfTwo = own.assignedTo && other.assignedTo && own.assignedTo.id !== other.assignedTo.id;
  const isManagersMatter = mayMergeCards && !mayAssign && Boolean(isOfTwo);
  const mayMerge = mayMergeCards && !isManagersMatter;
  const fields = comparedFields(own, other);
  const take = Object.fromEntries(
    fields.filter(({ isSame }) => !isSame).map(({ field, byDefault }) => [field, taken[field] ?? byDefault]),
  );
  const merge = useChange(
    (body: object, { key }) => api.post(`/counterparties/${own.id}/merge`, body, { key }),
    {
      onDone: () => {
        notify(t('merged'));
        router.push(`/counterparties/${own.id}`);
      },
      onRefused: () => {
        setAsking(false);
        router.refresh();
      },
    },
  );
  return (
    <>
      <PageHeader
        up={<TextLink href={`/counterparties/${own.id}`}>{own.name}</TextLink>}
        title={t('comparison')}
        actions={
          mayMerge ? (
            <>
              <ButtonLink
                href={`/counterparties/${other.id}/compare?with=${own.id}`}
                icon={<ArrowLeftRight />}
              >
                {t('swap')}
              </ButtonLink>
              <Button variant="primary" icon={<Merge />} onClick={() => setAsking(true)}>
                {t('merge')}
              </Button>
            </>
          ) : null
        }
      />
      <div className="flex flex-col gap-3">
        <p className="text-soft">{t(mayMergeCards ? 'comparisonHint' : 'mayNotMerge')}</p>
        {isManagersMatter ? <InlineAlert tone="warning">{t('errors.twoManagers')}</InlineAlert> : null}
        {merge.error ? (
          <InlineAlert tone="danger" urgent>
            {merge.error.code === 'conflict'
              ? t('stale')
              : merge.error.fields.assignedTo
                ? words.ofField(merge.error.fields.assignedTo)
                : words.ofError(merge.error)}
          </InlineAlert>
        ) : null}
        <Panel flush>
          <CompareTable
            own={own}
            other={other}
            fields={fields}
            take={take}
            fixed={mayAssign ? [] : ['assignedTo']}
            onTake={mayMerge ? (field, side) => setTaken({ ...taken, [field]: side }) : undefined}
          />
        </Panel>
      </div>
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('mergeTitle')}
        text={t('mergeText', { own: own.name, other: other.name })}
        confirmLabel={t('merge')}
        tone="primary"
        busy={merge.busy}
        onConfirm={() =>
          void merge.run({ otherId: other.id, version: own.version, otherVersion: other.version, take })
        }
      />
    </>
  );
}
