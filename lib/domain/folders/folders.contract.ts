import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { emailAddress } from '@/lib/domain/email-address';
import { letterLimits } from '@/lib/domain/letters/letter';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { recordId, requiredText, text } from '@/lib/domain/text-field';
import { askedWaits, folderStates } from './folder-state';
import { folderRowSchema, folderViewSchema } from './folder-views';
import { folderSteps } from './step';

const ofCard = z.object({ counterpartyId: recordId });
const ofFolder = z.object({ folderId: recordId });
const ofStep = ofFolder.extend({ step: z.enum(folderSteps, 'notAChoice') });
const changed = z.object({ folderId: z.string(), version: z.number() });
const day = z.iso.date('notADay');
const reason = requiredText(1000);
const version = z.int('invalid');
const count = z.int({
  error: ({ input }) => (input === undefined || input === null ? 'required' : 'invalid'),
});

/** ON-1: three copies of each contract, two of the invoice. */
export const folderCopies = { contracts: 3, invoices: 2 } as const;

/** How many copies of contracts belong into a folder with these, no more and no fewer (ON-1); as few as of one. */
export const copiesOfContracts = (contractNumbers: readonly string[]) =>
  folderCopies.contracts * Math.max(1, new Set(contractNumbers).size);

export const folderLimits = {
  invoice: 60,
  text: 1000,
  copies: 100,
  courierDays: 60,
  courierDigits: 5,
} as const;

export const handOverFolderSchema = z.object({
  purchaseIds: z.array(recordId).min(1, 'required').max(20, 'tooLong'),
  salesManagerId: recordId,
  city: requiredText(cardLimits.city),
  contactPerson: requiredText(cardLimits.contactPerson),
  phone: requiredText(cardLimits.phone),
  invoiceNumber: requiredText(folderLimits.invoice),
  contractCopies: count
    .min(folderCopies.contracts, 'folders.errors.wrongContractCopies')
    .max(folderLimits.copies, 'tooBig'),
  invoiceCopies: count.refine(
    (copies) => copies === folderCopies.invoices,
    'folders.errors.wrongInvoiceCopies',
  ),
  hasParts: z.boolean(),
  hasServices: z.boolean(),
  note: text(folderLimits.text).default(''),
});
export type HandOverFolder = z.output<typeof handOverFolderSchema>;

/** What of a title page is put right after the hand-over. */
const titlePageSchema = handOverFolderSchema.pick({ city: true, contactPerson: true, phone: true });

export const courierOrderSchema = z.object({
  name: requiredText(100),
  phone: requiredText(50).refine(
    (phone) => phone.replaceAll(/\D/g, '').length >= folderLimits.courierDigits,
    'folders.errors.courierPhone',
  ),
  prefix: text(10).default(''),
  days: count.min(0, 'invalid').max(folderLimits.courierDays, 'tooBig'),
  pickupOn: day,
});
export type CourierOrder = z.output<typeof courierOrderSchema>;

const address = z.string().trim().max(letterLimits.address, 'tooLong').pipe(emailAddress);

export const deliveryOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('delivered'), note: text(folderLimits.text).default('') }),
  z.object({ outcome: z.literal('chased'), note: reason, deliveryOn: day, version }),
]);

export const folderContracts = {
  list: contract({
    method: 'get',
    path: '/folders',
    summary:
      'Folders of clients, the latest first, with what each waits for and of whom; `text`: a folder’s number, or what a card is found by',
    query: pageQuery.extend({
      state: z.enum([...folderStates, 'open', 'all']).default('open'),
      scope: z.enum(['mine', 'all']).default('all'),
      waitsFor: z.enum(askedWaits, 'notAChoice').optional(),
      late: z.stringbool('invalid').optional(),
      employeeId: recordId.optional(),
      text: text(cardLimits.name).optional(),
    }),
    response: pageOf(folderRowSchema).extend({
      counts: z.object({ incoming: z.number(), key: z.number() }),
    }),
  }),
  handOver: contract({
    method: 'post',
    path: '/counterparties/{counterpartyId}/folders',
    summary: 'Hand a client who has paid over to the client department, with the folder',
    params: ofCard,
    body: handOverFolderSchema,
    response: z.object({ folderId: z.string(), number: z.number() }),
  }),
  one: contract({
    method: 'get',
    path: '/folders/{folderId}',
    summary: 'One folder with its checklist',
    params: ofFolder,
    response: folderViewSchema,
  }),
  takeOver: contract({
    method: 'post',
    path: '/folders/{folderId}/take-over',
    summary: 'Take a folder over: the client is assigned to whoever does',
    params: ofFolder,
    /** Whose client it is, as the person saw it; another manager who still works is a conflict. */
    body: z.object({ seenManagerId: recordId.nullable().default(null) }),
    response: changed,
  }),
  correctTitlePage: contract({
    method: 'put',
    path: '/folders/{folderId}/title-page',
    summary: 'Put the contact person, the phone and the city of the title page right while nobody signed it',
    params: ofFolder,
    body: titlePageSchema.extend({ version }),
    response: changed,
  }),
  sign: contract({
    method: 'post',
    path: '/folders/{folderId}/steps/{step}/sign',
    summary: 'Sign a step off as it was seen; a second signature and one out of turn are refused',
    params: ofStep,
    /** The fingerprint of the step as the person saw it; of one that changed since then it is a conflict. */
    body: z.object({ seen: requiredText(100) }),
    response: changed.extend({ hash: z.string() }),
  }),
  reopen: contract({
    method: 'post',
    path: '/folders/{folderId}/steps/{step}/reopen',
    summary: 'Take a signature back with a reason: for the head',
    params: ofStep,
    body: z.object({ reason }),
    response: changed,
  }),
  askSignatures: contract({
    method: 'post',
    path: '/folders/{folderId}/signatures/ask',
    summary: 'Say which signatures are missing: the head of the client department gives them',
    params: ofFolder,
    body: z.object({ text: reason }),
    response: changed,
  }),
  giveSignatures: contract({
    method: 'post',
    path: '/folders/{folderId}/signatures/give',
    summary: 'The missing signatures were given: for the head',
    params: ofFolder,
    response: changed,
  }),
  noteWelcome: contract({
    method: 'post',
    path: '/folders/{folderId}/welcome',
    summary: 'The client was welcomed outside the product: says why and how',
    params: ofFolder,
    body: z.object({ text: reason }),
    response: changed,
  }),
  correctWelcome: contract({
    method: 'put',
    path: '/folders/{folderId}/welcome',
    summary: 'Put right what one noted of the welcome oneself, while the step is not signed',
    params: ofFolder,
    body: z.object({ text: reason, version }),
    response: changed,
  }),
  report: contract({
    method: 'post',
    path: '/folders/{folderId}/deviations',
    summary: 'Report what is not to standard to the sales manager and the head of sales',
    params: ofFolder,
    body: z.object({ text: reason }),
    response: changed.extend({ deviationId: z.string() }),
  }),
  settle: contract({
    method: 'post',
    path: '/folders/{folderId}/deviations/{deviationId}/settle',
    summary: 'Say how a deviation was settled',
    params: ofFolder.extend({ deviationId: recordId }),
    body: z.object({ settlement: reason }),
    response: changed,
  }),
  orderCourier: contract({
    method: 'put',
    path: '/folders/{folderId}/courier',
    summary: 'Write down the order given to the courier: time to the city, and when the parcel is picked up',
    params: ofFolder,
    body: courierOrderSchema.extend({ version }),
    response: changed,
  }),
  confirmKey: contract({
    method: 'post',
    path: '/folders/{folderId}/key-confirmation',
    summary: 'Support gives the electronic key and the disc out against the folder',
    params: ofFolder,
    response: changed,
  }),
  planDelivery: contract({
    method: 'put',
    path: '/folders/{folderId}/delivery',
    summary: 'Plan the delivery: leaves a next reaction on whoever took the folder',
    params: ofFolder,
    body: z.object({ deliveryOn: day, version }),
    response: changed,
  }),
  collect: contract({
    method: 'post',
    path: '/folders/{folderId}/collection',
    summary: 'The courier has collected the complete parcel',
    params: ofFolder,
    response: changed,
  }),
  settleDelivery: contract({
    method: 'post',
    path: '/folders/{folderId}/delivery/outcome',
    summary: 'The delivery was confirmed, or the courier was chased and named another day',
    params: ofFolder,
    body: deliveryOutcomeSchema,
    response: changed,
  }),
  sendContacts: contract({
    method: 'post',
    path: '/folders/{folderId}/contacts-letter',
    summary: 'Send the own contacts to the client’s e-mail, by the template',
    params: ofFolder,
    body: z.object({ to: address }),
    response: changed.extend({ letterId: z.string() }),
  }),
  print: contract({
    method: 'get',
    path: '/folders/{folderId}/print',
    summary: 'The whole folder as one PDF',
    params: ofFolder,
    response: z.instanceof(Uint8Array).meta({ type: 'string', format: 'binary' }),
    mediaType: 'application/pdf',
  }),
};
