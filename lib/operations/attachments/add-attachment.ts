import { getAppeal } from '@/db/appeals';
import { getAttachment, insertAttachment } from '@/db/attachments';
import {
  type AttachmentKeeper,
  largestAttachmentBytes,
  plainFileName,
} from '@/lib/domain/attachments/attachment';
import { readFileType } from '@/lib/domain/attachments/file-type';
import { invalid } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { refuseErasedCard } from '@/lib/operations/counterparties/refuse-erased';
import { visibleCard } from '@/lib/operations/counterparties/visible-card';

type Input = { counterpartyId: string; appealId: string | null; name: string; contentBase64: string };

/**
 * Keeps a file with a card, or with one of its appeals: the bytes first, whole, then the row that names them. What the file is
 * is read from its content.
 * @throws Refusal `notFound`, `invalid` for what is empty, too large, a program, or not what its name says,
 * `notPossibleNow` for a card whose data was erased
 */
export async function addAttachment(
  context: Context,
  input: Input,
  keeper: AttachmentKeeper,
): Promise<{ attachmentId: string }> {
  const person = signedIn(context);
  const card = await visibleCard(context.read, person, input.counterpartyId);
  const appeal = input.appealId ? await getAppeal(context.read, input.appealId) : null;
  if (input.appealId && appeal?.counterpartyId !== card.id) throw invalid({ appealId: 'notAChoice' });
  const name = plainFileName(input.name);
  if (name === '') throw invalid({ name: 'required' });
  const bytes = bytesOf(input.contentBase64);
  const type = readFileType(name, bytes);
  if (typeof type === 'string') throw invalid({ contentBase64: `attachments.errors.${type}` });

  const id = context.idOf('attachment');
  if (await getAttachment(context.read, id)) return { attachmentId: id };
  const { length, sha256 } = await keeper.keep(id, inOnePiece(bytes));
  try {
    return await context.tx(async (tx) => {
      await refuseErasedCard(tx, card.id);
      await insertAttachment(tx, {
        id,
        counterpartyId: card.id,
        appealId: appeal?.id ?? null,
        name,
        mediaType: type.mediaType,
        byteLength: length,
        sha256,
        createdAt: context.now(),
        createdBy: person.id,
        removedAt: null,
        removedBy: null,
        expiredAt: null,
        fileDeletedAt: null,
        version: 1,
      });
      tell(tx, { noun: 'counterparty', nounId: card.id });
      if (appeal) tell(tx, { noun: 'appeal', nounId: appeal.id });
      return { attachmentId: id };
    });
  } catch (error) {
    if (!(await getAttachment(context.read, id))) await keeper.remove(id);
    throw error;
  }
}

/** @throws Refusal `invalid` */
function bytesOf(base64: string): Uint8Array {
  const bytes = Buffer.from(base64, 'base64');
  const isWhole = bytes.length === Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
  if (!isWhole) throw invalid({ contentBase64: 'invalid' });
  if (bytes.length === 0) throw invalid({ contentBase64: 'attachments.errors.empty' });
  if (bytes.length > largestAttachmentBytes) throw invalid({ contentBase64: 'attachments.errors.tooLarge' });
  return bytes;
}

async function* inOnePiece(bytes: Uint8Array) {
  yield bytes;
}
