import type { AuditView } from '@/lib/domain/audit/audit.contract';

/** A translator of whole keys; which ones there are is known only by the entry. */
type Translate = { (key: never, values?: never): string; has(key: never): boolean };

/** The words of an entry of the audit log, on the page and in its file. */
export function auditWords(translate: Translate) {
  const t = translate as unknown as {
    (key: string, values?: Record<string, string>): string;
    has(key: string): boolean;
  };
  const firstOf = (keys: readonly string[], otherwise: string) => {
    const known = keys.find((key) => t.has(key));
    return known === undefined ? otherwise : t(known);
  };
  const noun = (name: string) => firstOf([`audit.nouns.${name}`], name);
  const field = (name: string) =>
    firstOf([`audit.fields.${name}`, `counterparties.fields.${name}`, `settings.fields.${name}`], name);
  return {
    noun,
    field,
    /** What was done, seen or taken along. */
    what({ kind, operation, subject, subjectId }: AuditView): string {
      if (kind === 'viewed' || kind === 'exported') {
        const seen = firstOf([`accessLog.kinds.${operation}`], operation);
        const list = `exports.lists.${subjectId}`;
        return operation === 'listFile' && t.has(list) ? `${seen}: ${t(list)}` : seen;
      }
      if (kind === 'signedIn' || kind === 'signInFailed') return firstOf([`audit.ways.${operation}`], '');
      if (kind === 'signedOut') return '';
      if (operation !== '') return firstOf([`audit.operations.${operation}`], operation);
      return kind === 'changed' ? t('audit.ofMachine', { noun: noun(subject) }) : noun(subject);
    },
    change: ({ noun: name, fields }: AuditView['changes'][number]): string =>
      fields.length === 0 ? noun(name) : `${noun(name)}: ${fields.map(field).join(', ')}`,
  };
}
