import type { ImportField } from './import-fields';

export const importProblems = [
  'missing',
  'tooLong',
  'duplicateInFile',
  'contractOfSeveral',
  'innOfSeveral',
  'innOfAnother',
  'innDoubtful',
  'nameKnown',
  'phoneUnread',
  'phoneKnown',
  'statusUnknown',
  'cardNotFound',
  'cardOfSeveral',
  'sumUnread',
  'dayUnread',
  'dayInFuture',
  'dayInPast',
  'dayBeforeOther',
  'projectUnknown',
  'cityUnknown',
  'neitherClosedNorDue',
  'emailUnread',
  'birthdayUnread',
  'contactUntold',
  'managerUnknown',
  'managerOfSeveral',
  'managerNotAllowed',
  'productUnknown',
  'valueUnread',
] as const;
export type ImportProblem = (typeof importProblems)[number];

export type RowProblem = { field: ImportField; problem: ImportProblem };

const onlyAskForALook: readonly ImportProblem[] = [
  'innOfAnother',
  'innDoubtful',
  'phoneUnread',
  'phoneKnown',
  'nameKnown',
  'statusUnknown',
  'projectUnknown',
  'cityUnknown',
  'emailUnread',
  'birthdayUnread',
  'contactUntold',
  'managerUnknown',
  'managerOfSeveral',
  'managerNotAllowed',
  'productUnknown',
  'valueUnread',
];

/** These keep a row out; the others only ask for a look. */
export const keepsOut = ({ problem }: RowProblem) => !onlyAskForALook.includes(problem);

/** What a row does: makes something, adds to what is known, nothing, or is left out. */
export const importResults = ['create', 'complete', 'same', 'error'] as const;
export type ImportResult = (typeof importResults)[number];

/** What became of a row when its import was undone: taken back, or kept because it was changed since or is in use. */
export const rowUndoings = ['undone', 'changed', 'inUse'] as const;
export type RowUndoing = (typeof rowUndoings)[number];
