import { and, asc, eq, isNull } from 'drizzle-orm';
import { insertAttachment } from '@/db/attachments';
import { getCounterparty } from '@/db/counterparties';
import { updateRound } from '@/db/rounds';
import type { Store } from '@/db/store';
import { renderDocx } from '@/lib/documents/render-docx';
import type { AttachmentKeeper } from '@/lib/domain/attachments/attachment';
import { readFileType } from '@/lib/domain/attachments/file-type';
import { fileNameOf } from '@/lib/domain/documents/document';
import { trendDayOf } from '@/lib/domain/rounds/trend-period';
import { createRandom } from './random';

const title = 'Рекомендательное письмо';

/**
 * SA-2: the letters of recommendation that came, each as the file it is kept as, on the card of its client. Made with a seed of
 * its own, so that nothing else changes.
 */
export async function writeLetters(store: Store, keeper: Pick<AttachmentKeeper, 'keep'>): Promise<void> {
  const { rounds } = store.read.t;
  const random = createRandom(23);
  const received = await store.read.q
    .select()
    .from(rounds)
    .where(and(eq(rounds.letterState, 'received'), isNull(rounds.letterAttachmentId)))
    .orderBy(asc(rounds.id));
  for (const { id: roundId, counterpartyId, managerId, letterReceivedAt } of received) {
    const at = letterReceivedAt!;
    const card = (await getCounterparty(store.read, counterpartyId))!;
    const lines = [
      'Компании MLS IT Systems',
      '',
      'Работаем с вашей программой и службой поддержки и довольны: на вопросы отвечают быстро и понятно. Рекомендуем компанию как надёжного поставщика.',
      '',
      `${card.name}, ${card.city}`,
      trendDayOf(at).split('-').reverse().join('.'),
    ];
    const id = random.idAt(at);
    const file = await renderDocx({ title, lines });
    const name = fileNameOf(title, 'docx');
    const type = readFileType(name, file);
    if (typeof type === 'string') throw new Error(`a letter of the demo company is no file to keep: ${type}`);
    const { length, sha256 } = await keeper.keep(id, inOnePiece(file));
    await store.tx(async (db) => {
      await insertAttachment(db, {
        ...{ id, counterpartyId, appealId: null },
        ...{ name, mediaType: type.mediaType, byteLength: length, sha256 },
        ...{ createdAt: at, createdBy: managerId, removedAt: null, removedBy: null },
        ...{ expiredAt: null, fileDeletedAt: null, version: 1 },
      });
      await updateRound(db, roundId, { letterAttachmentId: id });
    });
  }
}

async function* inOnePiece(bytes: Uint8Array) {
  yield bytes;
}
