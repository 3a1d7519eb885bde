'use client';

import { useTranslations } from 'use-intl';
import type { ApiError } from '@/components/api-error';
import { useErrorWords } from '@/components/use-error-words';
import type { ChangedMany } from '@/lib/domain/reactions/next-reactions.contract';

const reasons = [
  'complaintOpen',
  'nextReactionsOfOthers',
  'alreadyDone',
  'leadNotAccepted',
  'folderNotDone',
  'endsInFolder',
  'deliveryDayInFolder',
  'tooLateToUndo',
  'leadMoved',
] as const;

/** Why a change of a reaction, appeal or lead was refused, with the reason that the refusal names. */
export function useRefusalWords(): (error: ApiError) => string {
  const t = useTranslations('reactions.errors');
  const words = useErrorWords();
  return (error) => {
    const reason = reasons.find((one) => one === error.details.reason);
    if (!reason) return words.ofError(error);
    const { count, number } = error.details;
    return t(reason, { count: Number(count ?? 0), number: String(number ?? '') });
  };
}

const reasonsOfRows = [
  'complaintOpen',
  'alreadyDone',
  'leadNotAccepted',
  'folderNotDone',
  'endsInFolder',
  'deliveryDayInFolder',
  'folderOfOthers',
  'complaintOfDepartment',
  'complaintDueTooLate',
  'tooLateToUndo',
  'leadMoved',
] as const;

/** Why one of several could not be changed, or its change not undone. */
export function useRowRefusalWords(): (
  refused: Pick<ChangedMany['refused'][number], 'code' | 'reason'>,
) => string {
  const t = useTranslations('reactions');
  return ({ code, reason }) => {
    const known = reasonsOfRows.find((one) => one === reason);
    if (known === 'complaintOpen') return t('errors.someComplaintOpen');
    return known ? t(`errors.${known}`) : t(`bulk.codes.${code}`);
  };
}
