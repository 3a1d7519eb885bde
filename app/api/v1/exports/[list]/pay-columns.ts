import type { ComplaintRowView } from '@/lib/domain/complaints/complaint-views';
import type { PayRow } from '@/lib/domain/pay/pay-views';
import type { PaySource } from '@/lib/operations/pay/sources-of-pay';
import type { Columns } from './column';

export const payColumns: Columns<PayRow> = ({ t, at }) => [
  [t('pay.month'), ({ month }) => month],
  [t('pay.columns.employee'), ({ employee }) => employee.name],
  [t('pay.columns.salary'), ({ figures }) => figures.salaryKopecks / 100],
  [t('pay.columns.clients'), ({ figures }) => figures.clients],
  [t('pay.columns.purchases'), ({ figures }) => figures.purchasesKopecks / 100],
  [t('pay.percent'), ({ figures }) => figures.percentHundredths / 100],
  [t('pay.columns.percent'), ({ figures }) => figures.percentKopecks / 100],
  [t('pay.columns.corrections'), ({ figures }) => figures.correctionsKopecks / 100],
  [t('pay.columns.total'), ({ figures }) => figures.totalKopecks / 100],
  [t('pay.frozen'), ({ frozenAt }) => at(frozenAt)],
];

export const paySourceColumns: Columns<PaySource> = ({ t, at, name }) => [
  [t('exports.columns.kind'), ({ kind }) => t(`pay.${kind}`)],
  [t('pay.client'), ({ client }) => client],
  [t('pay.contract'), ({ contractNumber }) => contractNumber],
  [t('pay.paidOn'), ({ paidOn }) => paidOn],
  [t('pay.sum'), ({ kopecks }) => (kopecks === null ? null : kopecks / 100)],
  [t('pay.why'), ({ why, reason }) => (why ? t(`pay.whys.${why}`) : reason)],
  [t('pay.author'), ({ by }) => name(by)],
  [t('pay.at'), (row) => at(row.at)],
];

export const complaintColumns: Columns<ComplaintRowView> = ({ t, at, name, department }) => [
  [t('complaints.columns.number'), (row) => row.number],
  [t('complaints.columns.client'), (row) => row.counterparty?.name ?? ''],
  [t('complaints.columns.text'), (row) => row.text],
  [t('complaints.columns.state'), (row) => t(`complaints.stateOne.${row.state}`)],
  [t('complaints.columns.department'), (row) => department(row.department)],
  [t('complaints.columns.owner'), (row) => name(row.owner)],
  [t('complaints.columns.due'), (row) => at(row.dueAt)],
  [t('complaints.columns.created'), (row) => at(row.createdAt)],
];
