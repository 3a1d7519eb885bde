'use client';

import { Pencil } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { usePresenceWords } from '@/components/employees/presence-words';
import { Timeline } from '@/components/ui/timeline';
import type { PhoneKind } from '@/lib/domain/employees/phone-kind';
import type { ChosenPresence } from '@/lib/domain/employees/presence';
import type { DepartmentKind, Role } from '@/lib/domain/employees/roles';
import { localizedName } from '@/lib/domain/localized-name';
import type { ChangeView } from '@/lib/domain/settings/settings.contract';
import { type ChangeVocabulary, changedValue, fieldKeys } from './change-words';
import { changedHours } from './changed-hours';
import { useHoursVocabulary } from './use-hours-vocabulary';
import { useTimeZoneName } from './use-time-zone-name';

type Props = {
  changes: readonly ChangeView[];
  /** People and departments by id, for the fields that refer to them. */
  names: Readonly<Record<string, string>>;
  /** Says of what each change is: for a history of several things. */
  withNoun?: boolean;
};

/** Who changed what, newest first. */
export function History({ changes, names, withNoun = false }: Props) {
  const t = useTranslations('settings.history');
  const format = useFormatter();
  const locale = useLocale();
  const roleWords = useTranslations('employees.roles');
  const nameOf = ({ noun, nounId, nounName, nounNameEn }: ChangeView) => {
    if (nounName) return localizedName({ name: nounName, nameEn: nounNameEn }, locale);
    return noun === 'role' ? roleWords(nounId as Role) : null;
  };
  if (changes.length === 0) return <p className="text-soft">{t('empty')}</p>;
  return (
    <Timeline
      label={t('title')}
      entries={changes.map((change) => ({
        key: change.id,
        time: format.dateTime(change.at, 'dateTime'),
        icon: <Pencil />,
        title: (
          <>
            {withNoun ? (
              <>
                {t(`nouns.${change.noun}`)}
                {nameOf(change) ? ` · ${nameOf(change)}` : ''}
                {' · '}
              </>
            ) : null}
            <span className="font-normal text-soft">
              {change.employeeName ?? t('bySystem')}
              {change.tokenLabel === null ? '' : ` · ${t('byToken', { label: change.tokenLabel })}`}
            </span>
          </>
        ),
        detail: <Changed change={change} names={names} />,
      }))}
    />
  );
}

function Changed({ change, names }: { change: ChangeView; names: Readonly<Record<string, string>> }) {
  const t = useTranslations();
  const words = useChangeVocabulary(names);
  const fields = Object.entries(change.fields);
  return (
    <>
      <ul className="flex flex-col">
        {fields.map(([field, { from, to }]) => {
          if (field === 'hours') {
            const isOfLine = change.noun === 'companyNumber';
            return <HoursChanged key={field} from={from} to={to} isOfLine={isOfLine} />;
          }
          const after = changedValue(field, to, words);
          const before = changedValue(field, from, words);
          const isFirst = from === null || before === null;
          return (
            <li key={field}>
              {fieldWord(t, field)}
              {after === null ? null : (
                <>
                  {': '}
                  <span className="text-ink">{after}</span>
                  {isFirst ? null : (
                    <span className="text-faint">
                      {' '}
                      ({t('settings.history.from', { value: before ?? '' })})
                    </span>
                  )}
                </>
              )}
            </li>
          );
        })}
      </ul>
      {change.reason ? <p>{t('settings.history.reason', { reason: change.reason })}</p> : null}
    </>
  );
}

function HoursChanged({ from, to, isOfLine }: { from: unknown; to: unknown; isOfLine: boolean }) {
  const t = useTranslations('settings');
  const parts = changedHours(from, to, useHoursVocabulary());
  if (!parts) {
    const of = (hours: unknown) => t(hours === null ? 'history.asDepartment' : 'history.ownHours');
    return (
      <li>
        {t('fields.hours')}
        {isOfLine ? (
          <>
            : <span className="text-ink">{of(to)}</span>{' '}
            <span className="text-faint">({t('history.from', { value: of(from) })})</span>
          </>
        ) : null}
      </li>
    );
  }
  return parts.map(({ what, before, after }) => (
    <li key={what}>
      {t('fields.hours')}, {what}: <span className="text-ink">{after}</span>{' '}
      <span className="text-faint">({t('history.from', { value: before })})</span>
    </li>
  ));
}

function fieldWord(t: ReturnType<typeof useTranslations<never>>, field: string): string {
  const key = fieldKeys(field).find((each) => t.has(each));
  return key ? t(key) : field;
}

function useChangeVocabulary(names: Readonly<Record<string, string>>): ChangeVocabulary {
  const t = useTranslations();
  const format = useFormatter();
  const presence = usePresenceWords();
  const timeZone = useTimeZoneName();
  return {
    at: (at) => format.dateTime(at, 'dateTime'),
    role: (role) => t(`employees.roles.${role}`),
    presence: (chosen) => presence.chosen(chosen as ChosenPresence),
    phoneKind: (kind) => t(`employees.phoneKinds.${kind as PhoneKind}`),
    departmentKind: (kind) => t(`departments.kinds.${kind as DepartmentKind}`),
    ringOrder: (order) => t(`departments.ringOrders.${order}`),
    webhookOff: (reason) => t(`webhooks.states.${reason === 'gone' ? 'gone' : 'stopped'}`),
    backupRhythm: (rhythm) => t(`backups.rhythms.${rhythm}`),
    escalationStep: ({ afterMinutes, to }) =>
      `${t(`departments.escalation.targets.${to}`)} ${t('departments.escalation.afterMinutes', { count: afterMinutes })}`,
    yes: t('common.yes'),
    no: t('common.no'),
    nothing: '—',
    byDefault: t('roles.byDefault'),
    timeZone,
    names,
  };
}
