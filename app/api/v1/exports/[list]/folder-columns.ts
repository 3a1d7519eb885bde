import type { FolderRowView } from '@/lib/domain/folders/folder-views';
import type { Columns } from './column';

export const folderColumns: Columns<FolderRowView> = (words) => {
  const { t, at, day, name } = words;
  return [
    [t('folders.columns.number'), (row) => row.number],
    [t('folders.columns.counterparty'), (row) => row.counterparty.name],
    [t('folders.columns.products'), (row) => row.products.join(', ')],
    [t('folders.fields.contracts'), (row) => row.contracts.join(', ')],
    [t('folders.columns.state'), (row) => t(`folders.states.${row.state}`)],
    [t('folders.fields.handedOver'), (row) => at(row.handedOverAt)],
    [t('folders.columns.salesManager'), (row) => name(row.salesManager)],
    [t('folders.fields.takenBy'), (row) => name(row.takenBy)],
    [
      t('folders.columns.progress'),
      (row) => t('folders.progress', { signed: row.signedCount, required: row.requiredCount }),
    ],
    [t('folders.columns.delivery'), (row) => day(row.deliveryOn)],
    [
      t('folders.columns.waits'),
      (row) =>
        row.waitsFor
          .map(({ what, employee, departmentKind }) =>
            t('folders.waitsFor', {
              what: t(`folders.waits.${what}`),
              who: employee?.name ?? t(`folders.departments.${departmentKind}`),
            }),
          )
          .join('; '),
    ],
  ];
};
