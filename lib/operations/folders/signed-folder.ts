import type { FolderSignatureRow } from '@/db/folder-signatures';
import {
  factsOfStep,
  hashOfSigned,
  isStillSigned,
  type SignableFolder,
  type SignedTitlePage,
  type StepFacts,
} from '@/lib/domain/folders/signed-content';
import type { FolderStep } from '@/lib/domain/folders/step';
import type { WholeFolder } from './read-folders';

/** What a signature of a step given at a time (epoch ms) stands under. */
export const factsSigned = (folder: WholeFolder, step: FolderStep, at: number): StepFacts =>
  factsOfStep(step, signable(folder), at);

const signable = ({ row, purchases, documents }: WholeFolder): SignableFolder => ({
  ...row,
  purchases,
  documents,
});

export const titlePageOf = ({ row, contracts }: WholeFolder): SignedTitlePage => ({
  ...row,
  contracts: [...contracts].sort(),
});

/** Of what a step is about at a time (epoch ms), to tell whether it is still what somebody saw. */
export const fingerprintOf = (folder: WholeFolder, step: FolderStep, at: number): Promise<string> =>
  hashOfSigned(
    {
      folder: folder.row.number,
      step,
      signedBy: '',
      signedAt: 0,
      facts: factsSigned(folder, step, at),
    },
    titlePageOf(folder),
  );

/** Whether what was signed is what stands in the folder now. A delivery on its way may be late: the day is not held then (ON-5). */
export function isSignatureIntact(
  folder: WholeFolder,
  signature: Pick<FolderSignatureRow, 'step' | 'signedAt' | 'content' | 'hash'>,
): Promise<boolean> {
  const { step, signedAt } = signature;
  const mayBeLate = step === 'deliveryReaction' && folder.row.collectedAt !== null;
  const now = mayBeLate ? null : factsSigned(folder, step, signedAt);
  return isStillSigned(signature, now, titlePageOf(folder));
}
