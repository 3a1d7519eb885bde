import type { z } from 'zod';
import { deliveryTopic } from '@/lib/domain/call-scripts/topic';
import { isComplete } from '@/lib/domain/folders/folder-state';
import type { deliveryOutcomeSchema } from '@/lib/domain/folders/folders.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import {
  closeAppealOfFolder,
  folderToWorkOn,
  notNow,
  recordFolderAct,
  refuseChanged,
  refuseWrongDelivery,
  saveFolder,
  workLeft,
} from './act-on-folder';

type Input = z.output<typeof deliveryOutcomeSchema> & { folderId: string };

/**
 * ON-5: the delivery was confirmed, or the courier was chased and named another day, for which the next reaction is set
 * anew. A confirmed one ends the folder that is complete, and its appeal when nothing else of it is open.
 * @throws Refusal `notFound`, `forbidden`, `invalid` for a day that has passed or is too far ahead, `conflict` when another day was named since that
 * version, `notPossibleNow` before the parcel was collected
 */
export async function settleDelivery(
  context: Context,
  input: Input,
): Promise<{ folderId: string; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { row, facts, keeperId } = await folderToWorkOn(tx, person, input.folderId);
    if (row.collectedAt === null) throw notNow('notCollected');
    if (row.deliveredAt !== null) throw notNow('alreadyDone');
    const { id: folderId } = row;
    if (input.outcome === 'delivered') {
      const { nextReactionIds } = await recordFolderAct(tx, context, person, row, {
        topic: 'доставка подтверждена',
        note: input.note,
        fulfils: [row.deliveryNextReactionId, isComplete(facts) ? row.workNextReactionId : null],
        otherwise: isComplete(facts) ? undefined : await workLeft(tx, row),
      });
      const { version, row: saved } = await saveFolder(tx, row, {
        deliveredAt: context.now(),
        deliveredBy: person.id,
        workNextReactionId: nextReactionIds[0] ?? row.workNextReactionId,
      });
      if (saved.state === 'done') await closeAppealOfFolder(tx, context, person, saved);
      return { folderId, version };
    }
    refuseChanged(row, input.version);
    await refuseWrongDelivery(tx, context, input.deliveryOn);
    const { nextReactionIds } = await recordFolderAct(tx, context, person, row, {
      topic: 'выяснили у курьера новый день доставки',
      note: input.note,
      fulfils: [row.deliveryNextReactionId],
      nextReactions: [
        {
          responsible: { kind: 'employee', employeeId: keeperId },
          dueSetting: 'onDay',
          day: input.deliveryOn,
          topic: deliveryTopic,
        },
      ],
    });
    const { version } = await saveFolder(tx, row, {
      deliveryOn: input.deliveryOn,
      deliveryNextReactionId: nextReactionIds[0]!,
    });
    return { folderId, version };
  });
}
