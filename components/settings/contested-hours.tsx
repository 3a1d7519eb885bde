'use client';

import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { ContestedNote } from '@/components/ui/contested-field';
import { changedHours } from './changed-hours';
import { useHoursVocabulary } from './use-hours-vocabulary';

/** Where the hours that others set differ from those of the form, and the choice between both. */
export function ContestedHours({ name }: { name: string }) {
  const t = useTranslations('settings.history');
  const mine: unknown = useWatch({ name });
  const words = useHoursVocabulary();
  const say = (theirs: unknown) => {
    const parts = changedHours(mine, theirs, words);
    if (!parts) return t(theirs === null ? 'asDepartment' : 'ownHours');
    return parts.map(({ what, after }) => `${what}: ${after}`).join('\n');
  };
  return <ContestedNote name={name} say={say} />;
}
