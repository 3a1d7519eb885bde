import type { AttachmentView } from '@/lib/domain/attachments/attachments.contract';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import type { PairView } from '@/lib/domain/counterparties/duplicates.contract';
import { formatPhone } from '@/lib/domain/phones/format-phone';
import type { PurchaseView } from '@/lib/domain/purchases/purchases.contract';
import type { RowOf } from '@/lib/operations/exports/exported-lists';
import type { Columns } from './column';
import type { Words } from './words';

const phonesOf = ({ phones }: CardSummary, { phone }: Words) =>
  phones
    .map(({ raw, e164, extension }) =>
      phone(e164 ? formatPhone({ e164, extension }, { codeLengthOf: () => null }) : raw),
    )
    .join(', ');

export const cardColumns: Columns<CardSummary> = (words) => {
  const { t } = words;
  return [
    [t('exports.columns.counterparty'), (row) => row.name],
    [t('exports.columns.status'), (row) => t(`counterparties.status.${row.status}`)],
    [t('exports.columns.category'), (row) => row.category],
    [t('exports.columns.city'), (row) => row.city],
    [t('exports.columns.contactPerson'), (row) => row.contactPerson],
    [t('exports.columns.phone'), (row) => phonesOf(row, words)],
    [t('exports.columns.contract'), (row) => row.contracts.join(', ')],
  ];
};

export const pairColumns: Columns<PairView> = (words) => {
  const { t, at } = words;
  return [
    [t('exports.columns.counterparty'), ({ cards }) => cards[0].name],
    [t('exports.columns.phone'), ({ cards }) => phonesOf(cards[0], words)],
    [t('duplicates.columns.other'), ({ cards }) => cards[1].name],
    [t('exports.columns.phone'), ({ cards }) => phonesOf(cards[1], words)],
    [
      t('duplicates.columns.likeness'),
      ({ likeness }) => likeness.map((one) => t(`duplicates.likeness.${one}`)).join(', '),
    ],
    [t('duplicates.columns.foundAt'), ({ foundAt }) => at(foundAt)],
  ];
};

export const purchaseColumns: Columns<PurchaseView> = ({ t, name }) => [
  [t('purchases.fields.boughtOn'), (row) => row.boughtOn],
  [t('purchases.fields.sum'), (row) => row.sumKopecks / 100],
  [t('purchases.fields.project'), (row) => name(row.project)],
  [t('purchases.fields.contract'), (row) => row.contractNumber],
  [t('purchases.fields.paidOn'), (row) => row.paidOn],
  [t('purchases.fields.note'), (row) => row.note],
  [t('exports.columns.author'), (row) => name(row.createdBy)],
];

export const attachmentColumns: Columns<AttachmentView> = ({ t, at, name }) => [
  [t('exports.columns.file'), (row) => row.name],
  [t('exports.columns.bytes'), (row) => row.byteLength],
  [t('exports.columns.created'), (row) => at(row.createdAt)],
  [t('exports.columns.author'), (row) => name(row.createdBy)],
];

export const importColumns: Columns<RowOf<'imports'>> = ({ t, at }) => [
  [t('exports.columns.at'), (row) => at(row.createdAt)],
  [t('exports.columns.file'), (row) => row.fileName],
  [t('exports.columns.author'), (row) => row.employeeName?.replaceAll('\u00A0', ' ') ?? ''],
  [t('exports.columns.madeCount'), (row) => row.createdCount],
  [t('exports.columns.completedCount'), (row) => row.updatedCount],
];
