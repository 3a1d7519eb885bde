import { type AttachmentRow, listAttachmentsByIds } from '@/db/attachments';
import type { LetterRow } from '@/db/letters';
import type { Db } from '@/db/store';
import { isAttachmentHere } from '@/lib/domain/attachments/attachment';
import type { Person } from '@/lib/domain/employees/employee';
import { isStuckLetter } from '@/lib/domain/letters/letter';
import { mayResolveLetter } from '@/lib/domain/letters/letter-rights';
import type { LetterStateView } from '@/lib/domain/letters/letter-state';

/** How the sending of letters stands, for this person, by their ids. */
export async function describeLetterStates(
  db: Db,
  person: Person,
  letters: readonly LetterRow[],
): Promise<Map<string, LetterStateView>> {
  const files = await listAttachmentsByIds(db, [
    ...new Set(letters.flatMap(({ attachmentIds }) => attachmentIds)),
  ]);
  const fileOf = new Map(files.map((file) => [file.id, file]));
  return new Map(letters.map((letter) => [letter.id, describe(person, letter, fileOf)]));
}

function describe(
  person: Person,
  letter: LetterRow,
  fileOf: ReadonlyMap<string, AttachmentRow>,
): LetterStateView {
  const { id, state, to, sentAt, problem, attachmentIds } = letter;
  return {
    id,
    state,
    to,
    sentAt,
    problem,
    files: attachmentIds
      .flatMap((fileId) => fileOf.get(fileId) ?? [])
      .map((file) => ({
        id: file.id,
        name: file.name,
        byteLength: file.byteLength,
        isHere: isAttachmentHere(file),
      })),
    mayResolve: isStuckLetter(state) && mayResolveLetter(person, letter),
  };
}
