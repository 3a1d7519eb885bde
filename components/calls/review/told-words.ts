'use client';

import { useTranslations } from 'use-intl';
import type { VisitEvent } from '@/lib/domain/calls/review-view';

/** Says what was reported in a conversation, and what it was about; what has no words of its own is shown as it is kept. */
export function useToldWords() {
  const t = useTranslations();
  const say = (key: string, otherwise: string) =>
    (t.has as (key: string) => boolean)(key) ? (t as (key: string) => string)(key) : otherwise;

  const aboutWords = ({ about }: VisitEvent) => {
    switch (about?.kind) {
      case undefined:
        return null;
      case 'department':
        return say(`calls.departments.${about.value}`, about.value);
      case 'endReason':
        return say(`callScripts.endReasons.${about.value}`, about.value);
      case 'failure':
        return say(`callScripts.handOverFailures.${about.value}`, about.value);
      case 'step':
        return say(`callScripts.steps.${about.value}`, about.value);
      case 'words':
        return `«${about.value}»`;
      case 'card':
      case 'appeal':
      case 'employee':
        return about.value;
    }
  };

  const headWords = (told: VisitEvent) => {
    if (told.label) return say(`callScripts.answers.${told.label}`, told.label);
    if (told.type === 'manager.choseCounterparty' && !told.about) return t('calls.told.newCard');
    if (told.type === 'manager.choseAppeal' && !told.about) return t('calls.told.newAppeal');
    return say(`calls.told.${told.type}`, t('calls.told.other', { type: told.type }));
  };

  /** The answer's own words already name the department and the reason they choose. */
  const isNamedByLabel = (told: VisitEvent) =>
    told.label !== null && (told.about?.kind === 'department' || told.about?.kind === 'endReason');

  return {
    stepWords: (step: string) => say(`callScripts.steps.${step}`, step),
    toldWords: (told: VisitEvent) => {
      const about = isNamedByLabel(told) ? null : aboutWords(told);
      return about ? `${headWords(told)}: ${about}` : headWords(told);
    },
    requirementWords: (requirement: string) => say(`callScripts.requirements.${requirement}`, requirement),
    refusalWords: (reason: string) => say(`calls.path.refusedWhy.${reason}`, reason),
    fieldWords: (field: string) => say(`callScripts.fields.${field}`, field),
    valueWords: (field: string, value: string) =>
      field === 'complaintDepartment' ? say(`calls.departments.${value}`, value) : value || '—',
  };
}
