'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { PhoneText } from '@/components/counterparties/phone-text';
import { useSumWords } from '@/components/purchases/use-sum-words';
import { DescriptionList } from '@/components/ui/description-list';
import { TextLink } from '@/components/ui/text-link';
import type { FolderView } from '@/lib/domain/folders/folder-views';

/** ON-1: what stands on the title page, and what lies in the folder. */
export function TitlePage({ folder }: { folder: FolderView }) {
  const t = useTranslations('folders.fields');
  const format = useFormatter();
  const words = useSumWords();
  const { counterparty, titlePage, salesManager, may, note } = folder;
  const sum = folder.purchases.reduce((total, { sumKopecks }) => total + sumKopecks, 0);
  return (
    <DescriptionList
      entries={[
        {
          term: t('counterparty'),
          value: may.openCard ? (
            <TextLink href={`/counterparties/${counterparty.id}`}>{counterparty.name}</TextLink>
          ) : (
            counterparty.name
          ),
        },
        { term: t('contracts'), value: folder.contracts.join(', ') },
        { term: t('salesManager'), value: salesManager?.name ?? '—' },
        { term: t('city'), value: titlePage.city || '—' },
        { term: t('contactPerson'), value: titlePage.contactPerson },
        { term: t('phone'), value: titlePage.phone.raw ? <PhoneText phone={titlePage.phone} /> : '—' },
        { term: t('products'), value: folder.products.join(', ') },
        { term: t('invoice'), value: folder.invoiceNumber || '—' },
        { term: t('sum'), value: words.sum(sum) },
        {
          term: t('copies'),
          value: t('copiesValue', { contracts: folder.contractCopies, invoices: folder.invoiceCopies }),
        },
        { term: t('parcel'), value: t(folder.hasParts ? 'withParts' : 'withoutParts') },
        { term: t('services'), value: t(folder.hasServices ? 'withServices' : 'withoutServices') },
        {
          term: t('handedOver'),
          value: `${folder.handedOverBy?.name ?? '—'}, ${format.dateTime(folder.handedOverAt, 'dateTime')}`,
        },
        folder.takenAt === null
          ? null
          : {
              term: t('takenBy'),
              value: `${folder.takenBy?.name ?? '—'}, ${format.dateTime(folder.takenAt, 'dateTime')}`,
            },
        note ? { term: t('note'), value: note } : null,
      ]}
    />
  );
}
