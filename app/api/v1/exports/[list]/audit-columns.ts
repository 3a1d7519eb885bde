import { auditWords } from '@/components/audit/audit-words';
import type { AuditView } from '@/lib/domain/audit/audit.contract';
import type { Columns } from './column';

export const auditColumns: Columns<AuditView> = ({ t, at, name }) => {
  const words = auditWords(t);
  return [
    [t('audit.columns.sequence'), (row) => row.sequence],
    [t('exports.columns.at'), (row) => at(row.at)],
    [t('exports.columns.employee'), (row) => name(row.employee)],
    [t('audit.columns.kind'), (row) => t(`audit.kinds.${row.kind}`)],
    [t('exports.columns.what'), (row) => words.what(row)],
    [t('audit.columns.subjectId'), (row) => row.subjectId ?? ''],
    [t('exports.columns.counterparty'), (row) => row.counterparty?.name ?? ''],
    [t('exports.columns.changes'), (row) => row.changes.map(words.change).join('; ')],
    [t('exports.columns.reason'), (row) => row.code ?? ''],
    [t('exports.columns.rows'), (row) => row.rowCount],
    [t('audit.columns.via'), (row) => t(`audit.via.${row.via}`)],
    [t('audit.details.previousHash'), (row) => row.previousHash],
    [t('audit.details.hash'), (row) => row.hash],
  ];
};
