import type { ComplaintRowView } from '@/lib/domain/complaints/complaint-views';
import type { PayRow } from '@/lib/domain/pay/pay-views';
import type { PaySource } from '@/lib/operations/pay/sources-of-pay';
import type { Columns } from './column';

export const payColumns: Columns<PayRow> = ({ t, at }) => [
  [t('pay.month'), ({ month }) => month],
  [t('pay.columns.employee'), ({ employee }) => employee.name],
  [t('pay.columns.salary'), ({ figures }) => ({ kopecks: figures.salaryKopecks })],
  [t('pay.columns.clients'), ({ figures }) => figures.clients],
  [t('pay.columns.purchases'), ({ figures }) => ({ kopecks: figures.purchasesKopecks })],
  [t('pay.csv.rate'), ({ figures }) => figures.percentHundredths / 100],
  [t('pay.csv.earned'), ({ figures }) => ({ kopecks: figures.percentKopecks })],
  [t('pay.columns.corrections'), ({ figures }) => ({ kopecks: figures.correctionsKopecks })],
  [t('pay.columns.total'), ({ figures }) => ({ kopecks: figures.totalKopecks })],
  [t('pay.frozen'), ({ frozenAt }) => at(frozenAt)],
];

export const paySourceColumns: Columns<PaySource> = ({ t, at, day, name }) => [
  [t('pay.columns.employee'), ({ employee }) => employee],
  [t('pay.month'), ({ month }) => month],
  [t('exports.columns.kind'), ({ kind }) => t(`pay.${kind}`)],
  [t('pay.client'), ({ client }) => client],
  [t('pay.contract'), ({ contractNumber }) => contractNumber],
  [t('pay.paidOn'), ({ paidOn }) => day(paidOn)],
  [t('pay.sum'), ({ kopecks }) => (kopecks === null ? null : { kopecks })],
  [t('pay.why'), ({ why, reason }) => (why ? t(`pay.whys.${why}`) : reason)],
  [t('pay.author'), ({ by }) => name(by)],
  [t('pay.at'), (row) => at(row.at)],
  [t('pay.columns.salary'), ({ figures }) => figures && { kopecks: figures.salaryKopecks }],
  [t('pay.csv.rate'), ({ figures }) => figures && figures.percentHundredths / 100],
  [t('pay.csv.earned'), ({ figures }) => figures && { kopecks: figures.percentKopecks }],
  [t('pay.columns.total'), ({ figures }) => figures && { kopecks: figures.totalKopecks }],
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
