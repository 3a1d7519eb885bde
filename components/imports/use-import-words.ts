'use client';

import { useLocale, useTranslations } from 'use-intl';
import { ownFieldKey } from '@/lib/domain/counterparties/own-field';
import { type ImportField, isOwnImportField } from '@/lib/domain/imports/import-fields';
import type { ImportPreview, RowProblemView } from '@/lib/domain/imports/imports.contract';
import { localizedName } from '@/lib/domain/localized-name';

/** What the fields of a file are called, with those that an administrator has added to the card, and what is wrong with a row. */
export function useImportWords() {
  const t = useTranslations('import');
  const locale = useLocale();
  const ofField = (field: ImportField, ownFields: ImportPreview['ownFields']): string => {
    if (!isOwnImportField(field)) return t(`fields.${field}`);
    const own = ownFields.find(({ id }) => ownFieldKey(id) === field);
    return own ? localizedName(own, locale) : t('ownField');
  };
  const ofProblem = ({ field, problem, ownField }: RowProblemView): string => {
    const own = ownField ? localizedName(ownField, locale) : t('ownField');
    return `${isOwnImportField(field) ? own : t(`fields.${field}`)}: ${t(`problems.${problem}`)}`;
  };
  return { ofField, ofProblem };
}
