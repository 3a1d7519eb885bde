import { z } from 'zod';
import { attachmentViewSchema } from '@/lib/domain/attachments/attachments.contract';
import { cardPhoneSchema, personNameSchema } from '@/lib/domain/counterparties/card-views';
import { documentViewSchema } from '@/lib/domain/documents/document-views';
import { departmentKinds } from '@/lib/domain/employees/roles';
import { letterStateSchema } from '@/lib/domain/letters/letter-state';
import { purchaseViewSchema } from '@/lib/domain/purchases/purchases.contract';
import { counterpartyNameSchema } from '@/lib/domain/reactions/reaction-views';
import { folderStates, waits } from './folder-state';
import { folderSteps } from './step';
import { stepProblems } from './step-rules';

/** What a folder waits for, and of whom: a person, else a department. */
const waitSchema = z.object({
  what: z.enum(waits),
  employee: personNameSchema.nullable(),
  departmentKind: z.enum(departmentKinds),
});
export type FolderWait = z.output<typeof waitSchema>;

/** A folder on the board. */
export const folderRowSchema = z.object({
  id: z.string(),
  number: z.number(),
  state: z.enum(folderStates),
  counterparty: counterpartyNameSchema,
  products: z.array(z.string()),
  contracts: z.array(z.string()),
  salesManager: personNameSchema.nullable(),
  takenBy: personNameSchema.nullable(),
  handedOverAt: z.number(),
  deliveryOn: z.string().nullable(),
  isDeliveryOverdue: z.boolean(),
  signedCount: z.number(),
  requiredCount: z.number(),
  waitsFor: z.array(waitSchema),
});
export type FolderRowView = z.output<typeof folderRowSchema>;

const signatureSchema = z.object({
  signedAs: z.string(),
  /** CS-9: the absent person for whom it was given. */
  signedFor: personNameSchema.nullable(),
  signedAt: z.number(),
  hash: z.string(),
  /** The content still has the hash it was signed with. */
  isIntact: z.boolean(),
});

const stepSchema = z.object({
  step: z.enum(folderSteps),
  isRequired: z.boolean(),
  signature: signatureSchema.nullable(),
  /** Of what the step is about, as it is shown: a signature says that this was seen. */
  fingerprint: z.string(),
  /** Why it cannot be signed now. */
  problem: z.enum(stepProblems).nullable(),
  /** Taken back with a reason, the latest first. */
  reopened: z.array(
    z.object({
      signedAs: z.string(),
      signedFor: personNameSchema.nullable(),
      signedAt: z.number(),
      reopenedBy: personNameSchema.nullable(),
      reopenedAt: z.number(),
      reason: z.string(),
    }),
  ),
});
export type FolderStepView = z.output<typeof stepSchema>;

const deviationSchema = z.object({
  id: z.string(),
  text: z.string(),
  reportedBy: personNameSchema.nullable(),
  reportedAt: z.number(),
  settledAt: z.number().nullable(),
  settledBy: personNameSchema.nullable(),
  settlement: z.string(),
});

export const correctedFields = ['city', 'contactPerson', 'phone'] as const;

/** What was put right on the title page; null once the client was erased. */
const correctionSchema = z.object({
  at: z.number(),
  by: personNameSchema.nullable(),
  fields: z.array(
    z.object({ name: z.enum(correctedFields), from: z.string().nullable(), to: z.string().nullable() }),
  ),
});

export const folderViewSchema = folderRowSchema.omit({ signedCount: true, requiredCount: true }).extend({
  appealId: z.string(),
  titlePage: z.object({ city: z.string(), contactPerson: z.string(), phone: cardPhoneSchema }),
  /** The latest first. */
  corrections: z.array(correctionSchema),
  invoiceNumber: z.string(),
  contractCopies: z.number(),
  invoiceCopies: z.number(),
  hasParts: z.boolean(),
  hasServices: z.boolean(),
  note: z.string(),
  handedOverBy: personNameSchema.nullable(),
  takenAt: z.number().nullable(),
  /** Whose client it is, when it is somebody else's who still works. */
  colleague: personNameSchema.nullable(),
  purchases: z.array(purchaseViewSchema),
  steps: z.array(stepSchema),
  deviations: z.array(deviationSchema),
  courier: z
    .object({
      name: z.string(),
      phone: z.string(),
      prefix: z.string(),
      days: z.number(),
      pickupOn: z.string(),
      orderedAt: z.number(),
      orderedBy: personNameSchema.nullable(),
    })
    .nullable(),
  keyConfirmed: z.object({ by: personNameSchema.nullable(), at: z.number() }).nullable(),
  /** ON-2: signatures that were missing, and whether the head has given them. */
  signatures: z
    .object({
      /** What is missing, in the words of whoever asked. */
      missing: z.string(),
      askedAt: z.number(),
      givenAt: z.number().nullable(),
      givenBy: personNameSchema.nullable(),
    })
    .nullable(),
  /** Outside the product there is no call but a note why. */
  welcome: z
    .object({ callId: z.string().nullable(), at: z.number(), note: z.string().nullable() })
    .nullable(),
  contactsLetter: letterStateSchema.nullable(),
  /** The addresses of the card, the first is written to. */
  emails: z.array(z.string()),
  collectedAt: z.number().nullable(),
  deliveredAt: z.number().nullable(),
  documents: z.array(documentViewSchema),
  /** Of the acts of hand-over, the products that have none yet; null: the act of work. */
  missingActs: z.array(z.object({ id: z.string(), name: z.string() }).nullable()),
  /** SA-2: as the client said in the last round. */
  isClientSatisfied: z.boolean(),
  attachments: z.object({ rows: z.array(attachmentViewSchema), next: z.string().nullable() }),
  may: z.object({
    takeOver: z.boolean(),
    work: z.boolean(),
    reopen: z.boolean(),
    confirmKey: z.boolean(),
    giveSignatures: z.boolean(),
    settleDeviation: z.boolean(),
    correctTitlePage: z.boolean(),
    correctWelcome: z.boolean(),
    openCard: z.boolean(),
  }),
  /** The day by our clock: `YYYY-MM-DD`. */
  today: z.string(),
  version: z.number(),
});
export type FolderView = z.output<typeof folderViewSchema>;
