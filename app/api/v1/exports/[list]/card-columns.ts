import type { AttachmentView } from '@/lib/domain/attachments/attachments.contract';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import type { PairView } from '@/lib/domain/counterparties/duplicates.contract';
import { checkedValue } from '@/lib/domain/counterparties/own-field';
import { isOwnImportField } from '@/lib/domain/imports/import-fields';
import type { ImportRowView, ImportView } from '@/lib/domain/imports/imports.contract';
import { localizedName } from '@/lib/domain/localized-name';
import type { PurchaseView } from '@/lib/domain/purchases/purchases.contract';
import type { CardInFull } from '@/lib/operations/counterparties/cards-in-full';
import type { Columns } from './column';
import type { Words } from './words';

const phonesOf = ({ phones }: CardSummary, { number }: Words) => phones.map(number).join(', ');

export const cardColumns: Columns<CardInFull> = (words, rows) => {
  const { t, at, name, yesNo } = words;
  return [
    [t('exports.columns.counterparty'), (row) => row.name],
    [t('exports.columns.status'), (row) => t(`counterparties.status.${row.status}`)],
    [t('exports.columns.category'), (row) => row.category],
    [t('exports.columns.city'), (row) => row.city],
    [t('exports.columns.contactPerson'), (row) => row.contactPerson],
    [t('exports.columns.phone'), (row) => phonesOf(row, words)],
    [t('exports.columns.contract'), (row) => row.contracts.join(', ')],
    [t('counterparties.fields.inn'), (row) => row.inn],
    [t('counterparties.fields.kpp'), (row) => row.kpp],
    [t('counterparties.fields.emails'), (row) => row.emails.join(', ')],
    [t('counterparties.fields.assignedTo'), (row) => name(row.assignedTo)],
    [t('counterparties.fields.products'), (row) => row.products.join(', ')],
    [t('counterparties.fields.priceType'), (row) => row.priceType],
    [t('exports.columns.created'), (row) => at(row.createdAt)],
    [t('counterparties.columns.changed'), (row) => at(row.updatedAt)],
    ...(rows[0]?.ownFields ?? []).map((field): [string, (row: CardInFull) => string] => [
      localizedName(field, words.language),
      ({ ownFields }) => {
        const value = ownFields.find(({ id }) => id === field.id)?.value ?? '';
        return field.kind === 'checkbox' && value !== '' ? yesNo(value === checkedValue) : value;
      },
    ]),
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

export const purchaseColumns: Columns<PurchaseView> = ({ t, name, day }) => [
  [t('purchases.fields.boughtOn'), (row) => day(row.boughtOn)],
  [t('purchases.fields.sum'), (row) => ({ kopecks: row.sumKopecks })],
  [t('purchases.fields.project'), (row) => name(row.project)],
  [t('purchases.fields.contract'), (row) => row.contractNumber],
  [t('purchases.fields.paidOn'), (row) => day(row.paidOn)],
  [t('purchases.fields.note'), (row) => row.note],
  [t('exports.columns.author'), (row) => name(row.createdBy)],
];

export const attachmentColumns: Columns<AttachmentView> = ({ t, at, name }) => [
  [t('exports.columns.file'), (row) => row.name],
  [t('exports.columns.bytes'), (row) => row.byteLength],
  [t('exports.columns.created'), (row) => at(row.createdAt)],
  [t('exports.columns.author'), (row) => name(row.createdBy)],
];

export const importColumns: Columns<ImportView> = ({ t, at, name }) => [
  [t('exports.columns.at'), (row) => at(row.createdAt)],
  [t('exports.columns.what'), (row) => t(`import.kinds.${row.kind}`)],
  [t('exports.columns.file'), (row) => row.fileName],
  [t('exports.columns.author'), (row) => name(row.employee)],
  [t('exports.columns.state'), (row) => t(`import.states.${row.state}`)],
  [t('exports.columns.rows'), (row) => row.rowCount],
  [t('exports.columns.madeCount'), (row) => row.createdCount],
  [t('exports.columns.completedCount'), (row) => row.updatedCount],
  [t('exports.columns.errorCount'), (row) => row.errorCount],
  [t('exports.columns.undoneAt'), (row) => at(row.undoneAt)],
];

/** The line stands behind what is said of it, so that it can be put right and imported again. */
export const importRowColumns: Columns<ImportRowView & { titles: string[] }> = ({ t, language }, rows) => [
  [t('import.columns.row'), ({ row }) => row],
  [t('import.columns.result'), ({ result }) => t(`import.result.${result}`)],
  [
    t('import.columns.problem'),
    ({ problems, undoing }) =>
      [
        ...problems.map(({ field, problem, ownField }) => {
          const own = ownField ? localizedName(ownField, language) : t('import.ownField');
          return `${isOwnImportField(field) ? own : t(`import.fields.${field}`)}: ${t(`import.problems.${problem}`)}`;
        }),
        ...(undoing ? [t(`import.undoings.${undoing}`)] : []),
      ].join('; '),
  ],
  [t('exports.columns.counterparty'), ({ counterparty }) => counterparty?.name ?? ''],
  ...(rows[0]?.titles ?? []).map((title, column): [string, (row: ImportRowView) => string] => [
    title || String(column + 1),
    ({ cells }) => cells[column] ?? '',
  ]),
];
