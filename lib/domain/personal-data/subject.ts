import type { Needles } from './needles';

/** Whose data it is: a card with its contact persons, one contact person of a card, or a number that called and has no card. */
export const subjectKinds = ['card', 'contact', 'number'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** `id`: of the card or of the contact person; of a number the number itself, E.164. */
export type SubjectName = { kind: SubjectKind; id: string };

/** The rows that are the subject's, by what they are named in other tables. */
export const subjectIds = [
  'cards',
  'contacts',
  'calls',
  'appeals',
  'reactions',
  'nextReactions',
  'leads',
  'recordings',
  'scoreCards',
  'attachments',
  'purchases',
  'folders',
  'rounds',
  'complaints',
  'numbers',
] as const;
export type SubjectIds = Record<(typeof subjectIds)[number], string[]>;

/** Everything that leads to one subject's data, as plain JSON: what a job that is killed goes on with. */
export type Subject = SubjectName & {
  /** The card of a contact person. */
  cardOfContact: string | null;
  /** What a contact person is called, also where that is too short to be looked for. */
  contactNames: string[];
  ids: SubjectIds;
  /** Looked for everywhere. */
  needles: Needles;
  /** What also stands in somebody else's card, and stays there. */
  shared: string[];
  /** Taken out of the subject's own rows. */
  ownNeedles: Needles;
};

export const emptySubjectIds = (): SubjectIds => ({
  cards: [],
  contacts: [],
  calls: [],
  appeals: [],
  reactions: [],
  nextReactions: [],
  leads: [],
  recordings: [],
  scoreCards: [],
  attachments: [],
  purchases: [],
  folders: [],
  rounds: [],
  complaints: [],
  numbers: [],
});
