import { changedValue, fieldKeys } from '@/components/settings/change-words';
import type { AccessView } from '@/lib/domain/access-log/access-log.contract';
import type { CityView } from '@/lib/domain/cities/cities.contract';
import type { DirectoryEntry } from '@/lib/domain/employees/employees.contract';
import type { PhoneKind } from '@/lib/domain/employees/phone-kind';
import type { ChosenPresence } from '@/lib/domain/employees/presence';
import type { DepartmentKind, Role } from '@/lib/domain/employees/roles';
import { type ExportedList, exportedLists } from '@/lib/domain/exports/exported-list';
import { localizedName } from '@/lib/domain/localized-name';
import type { BlockedNumberView } from '@/lib/domain/settings/numbers.contract';
import type { ChangeView } from '@/lib/domain/settings/settings.contract';
import type { Columns } from './column';
import type { Words } from './words';

export const employeeColumns: Columns<DirectoryEntry> = ({ t, at, phone, language }) => [
  [t('employees.surname'), (row) => row.surname],
  [t('employees.givenName'), (row) => row.givenName],
  [t('employees.patronymic'), (row) => row.patronymic ?? ''],
  [t('exports.columns.department'), (row) => row.departmentName],
  [
    t('employees.rolesLabel'),
    (row) =>
      [
        ...row.roles.map((role) => t(`employees.roles.${role}`)),
        ...row.addedRoles.map((role) => localizedName(role, language)),
      ].join(', '),
  ],
  [t('employees.email'), (row) => row.email ?? ''],
  [t('employees.phone'), (row) => phone(row.phone)],
  [t('employees.substitute'), (row) => row.substituteName?.replaceAll('\u00A0', ' ') ?? ''],
  [t('exports.columns.disabled'), (row) => at(row.disabledAt)],
];

export const cityColumns: Columns<CityView> = ({ t, at }) => [
  [t('cities.name'), (row) => row.name],
  [t('cities.nameEn'), (row) => row.nameEn],
  [t('cities.region'), (row) => row.region],
  [t('cities.timeZone'), (row) => row.timeZone],
  [t('cities.codes'), (row) => row.diallingCodes.join(', ')],
  [t('exports.columns.disabled'), (row) => at(row.disabledAt)],
];

export const blockedNumberColumns: Columns<BlockedNumberView> = ({ t, at, number }) => [
  [t('exports.columns.phone'), (row) => number({ e164: row.e164, raw: null })],
  [t('exports.columns.reason'), (row) => row.reason],
  [t('exports.columns.at'), (row) => at(row.blockedAt)],
  [t('exports.columns.author'), (row) => row.blockedByName?.replaceAll('\u00A0', ' ') ?? ''],
];

type NamedChange = ChangeView & { names: Record<string, string> };

export const changeColumns: Columns<NamedChange> = (words) => {
  const { t, at } = words;
  return [
    [t('exports.columns.at'), (row) => at(row.at)],
    [
      t('exports.columns.author'),
      (row) =>
        [
          row.employeeName?.replaceAll('\u00A0', ' ') ?? t('settings.history.bySystem'),
          row.tokenLabel && t('settings.history.byToken', { label: row.tokenLabel }),
        ]
          .filter(Boolean)
          .join(' · '),
    ],
    [t('exports.columns.what'), (row) => t(`settings.history.nouns.${row.noun}`)],
    [t('exports.columns.name'), (row) => nameOf(row, words)],
    [t('exports.columns.changes'), (row) => changesOf(row, words)],
    [t('exports.columns.reason'), (row) => row.reason ?? ''],
  ];
};

function nameOf({ noun, nounId, nounName, nounNameEn }: NamedChange, { t, language }: Words): string {
  if (nounName) return localizedName({ name: nounName, nameEn: nounNameEn }, language);
  return noun === 'role' ? t(`employees.roles.${nounId as Role}`) : '';
}

function changesOf({ fields, names }: NamedChange, { t, at }: Words): string {
  const vocabulary: Parameters<typeof changedValue>[2] = {
    at: (time) => at(time) ?? '',
    role: (role) => t(`employees.roles.${role}`),
    presence: (chosen) => t(`presence.chosen.${chosen as ChosenPresence}`),
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
    timeZone: (timeZone) => timeZone,
    names,
  };
  return Object.entries(fields)
    .map(([field, { from, to }]) => {
      const key = fieldKeys(field).find((each) => t.has(each));
      const name = key ? t(key) : field;
      const after = changedValue(field, to, vocabulary);
      const before = changedValue(field, from, vocabulary);
      return after === null ? name : `${name}: ${before ?? '—'} → ${after}`;
    })
    .join('; ');
}

const isExported = (text: string | null): text is ExportedList => exportedLists.some((list) => list === text);

export const accessColumns: Columns<AccessView> = ({ t, at, name }) => [
  [t('exports.columns.at'), (row) => at(row.at)],
  [t('exports.columns.employee'), (row) => name(row.employee)],
  [
    t('exports.columns.what'),
    ({ kind, subjectId }) =>
      kind === 'listFile' && isExported(subjectId)
        ? `${t('accessLog.kinds.listFile')}: ${t(`exports.lists.${subjectId}`)}`
        : t(`accessLog.kinds.${kind}`),
  ],
  [t('exports.columns.counterparty'), (row) => row.counterparty?.name ?? ''],
  [t('exports.columns.appealNumber'), (row) => row.appealNumber],
  [t('exports.columns.rows'), (row) => row.rowCount],
  [
    t('exports.columns.narrowed'),
    (row) => row.filters.map((filter) => t(`accessLog.filters.${filter}`)).join(', '),
  ],
  [t('accessLog.columns.via'), (row) => t(`accessLog.via.${row.via}`)],
];
