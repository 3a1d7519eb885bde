import { z } from 'zod';
import { isEmail } from '@/lib/domain/email-address';
import { deliveryProblem } from '@/lib/domain/folders/courier';
import { isCallBackTime } from '@/lib/domain/rounds/call-back';
import { verdictOf } from '@/lib/domain/rounds/round';
import { answersOfRound, type Conversation, type Subject } from './conversation';
import { cardInUse, topicInUse } from './draft';
import { routeOf } from './route';

export const requirements = [
  'purpose',
  'employee',
  'callerStatus',
  'existingCard',
  'clientCard',
  'name',
  'city',
  'contactPerson',
  'phone',
  'topic',
  'complaintText',
  'complaintDepartment',
  'endReason',
  'agreedDue',
  'email',
  'deliveryOn',
  'signedDelivery',
  'callBackAt',
  'satisfaction',
] as const;
export type Requirement = (typeof requirements)[number];

/** The named lists that guards ask for; what is unmet is the reason a disabled answer shows. */
export const requirementLists = {
  /** IN-2 */
  card: ['name', 'city', 'contactPerson', 'phone'],
  /** IN-4 */
  existingCard: ['existingCard', 'clientCard'],
  chosenCard: ['existingCard'],
  /** CARD */
  appeal: ['topic'],
  /** IN-9 (b) */
  complaint: ['complaintText', 'complaintDepartment'],
  /** ON-4 */
  email: ['email'],
  delivery: ['deliveryOn', 'signedDelivery'],
} as const satisfies Record<string, readonly Requirement[]>;
export type RequirementList = keyof typeof requirementLists | 'route';

/** What the list asks for and the conversation does not have yet, in the order of asking. */
export function unmetRequirements(list: RequirementList, conversation: Conversation): Requirement[] {
  const asked = list === 'route' ? requiredByRoute(conversation) : requirementLists[list];
  return asked.filter((requirement) => !isMet[requirement](conversation));
}

/** Everything that must be known before the closing may be left (IN-2 … IN-5, IN-9, IN-10). */
function requiredByRoute(conversation: Conversation): readonly Requirement[] {
  if (conversation.recordsWrittenAs || conversation.afterReturn?.kind === 'ended') return [];
  const { card, existingCard, chosenCard, appeal, complaint, delivery } = requirementLists;
  switch (routeOf(conversation)) {
    case null:
      return conversation.purpose === 'support' ? ['callerStatus'] : ['purpose'];
    case 'salesManager':
    case 'employee':
      return ['employee'];
    case 'support':
      return [...existingCard, ...appeal];
    case 'complaint':
      return [...complaint, ...card, ...appeal];
    case 'agreed':
      return [...card, ...appeal, 'agreedDue'];
    case 'welcomed':
      return [...chosenCard, ...appeal, ...delivery];
    case 'welcomedWithoutParcel':
      return [...chosenCard, ...appeal, 'agreedDue'];
    case 'satisfied':
      return ['satisfaction'];
    case 'nothingAgreed':
    case 'roundPostponed':
      return ['callBackAt'];
    case 'roundRefused':
      return [];
    case 'noBusiness':
      return ['endReason'];
    default:
      return [...card, ...appeal];
  }
}

const isMet: Record<Requirement, (conversation: Conversation) => boolean> = {
  purpose: ({ purpose }) => purpose !== null,
  employee: ({ askedEmployee }) => askedEmployee !== null,
  callerStatus: ({ callerStatus }) => callerStatus !== null,
  existingCard: ({ draft }) => draft.chosenCounterparty !== null,
  clientCard: ({ draft, confirmAsClient }) =>
    draft.chosenCounterparty?.status !== 'prospect' || confirmAsClient,
  name: ({ draft }) => isFilled(cardInUse(draft).name),
  city: ({ draft }) => isFilled(cardInUse(draft).city),
  contactPerson: ({ draft }) => isFilled(cardInUse(draft).contactPerson),
  phone: ({ draft }) => isFilled(cardInUse(draft).phone),
  topic: ({ draft }) => isFilled(topicInUse(draft)),
  complaintText: ({ draft }) => isFilled(draft.complaint.text),
  complaintDepartment: ({ draft }) => draft.complaint.departmentKind !== null,
  agreedDue: ({ agreedDue }) => agreedDue !== undefined,
  endReason: ({ endReason }) => endReason !== null,
  email: ({ draft }) => isEmail((draft.email ?? '').trim()),
  deliveryOn: ({ draft, subject }) => isDayOfDelivery(draft.deliveryOn ?? '', subject),
  signedDelivery: ({ draft, subject }) =>
    !subject?.signedDeliveryOn || draft.deliveryOn === subject.signedDeliveryOn,
  callBackAt: ({ draft, subject }) =>
    !draft.callBackAt || isCallBackTime(draft.callBackAt, subject?.callBack),
  satisfaction: (conversation) => verdictOf(answersOfRound(conversation)) === 'satisfied',
};

/** A day of the calendar that a parcel may come on. */
const isDayOfDelivery = (day: string, subject: Subject | undefined) =>
  z.iso.date().safeParse(day).success &&
  (!subject?.today || deliveryProblem(day, { today: subject.today, pickupOn: subject.pickupOn }) === null);

const isFilled = (text: string) => text.trim() !== '';
