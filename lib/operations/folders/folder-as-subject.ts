import { getAppeal } from '@/db/appeals';
import { listEmailsOfCounterparties } from '@/db/counterparty-emails';
import { type FolderRow, getFolderLocked } from '@/db/folders';
import { getNextReactionLocked, listNextReactionsOfReactions } from '@/db/next-reactions';
import { listReactionsOfCall } from '@/db/reactions';
import type { Requirement } from '@/lib/domain/call-scripts/requirements';
import { isEmail } from '@/lib/domain/email-address';
import { Refusal } from '@/lib/domain/errors';
import { arrivesOn, deliveryProblem } from '@/lib/domain/folders/courier';
import type { SettledTalk, SubjectOfScript } from '@/lib/operations/call-scripts/subject-of-script';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { keepAddresses } from '@/lib/operations/counterparties/keep-addresses';
import { todayInClientDepartment } from '@/lib/operations/departments/client-department';
import { endNextReaction } from '@/lib/operations/reactions/end-next-reaction';
import { folderToWorkOn, notNow, saveFolder } from './act-on-folder';
import { planDay } from './plan-delivery';
import { readFolderWhole } from './read-folders';

/** ON-4: the welcome call is about a folder that somebody took over and whose client was not welcomed yet. */
export const folderAsSubject: SubjectOfScript = {
  async cardOf(tx, context, folderId) {
    const { row } = await folderToWorkOn(tx, signedIn(context), folderId);
    if (row.welcomedAt !== null) throw notNow('alreadyWelcomed');
    return row.counterpartyId;
  },

  async startOf(tx, context, folderId) {
    const row = await getFolderLocked(tx, folderId);
    if (!row) return null;
    const { products, facts } = await readFolderWhole(tx, row);
    const [email] = await listEmailsOfCounterparties(tx, [row.counterpartyId]);
    const appeal = await getAppeal(tx, row.appealId);
    const { courier } = row;
    const reckoned = courier ? arrivesOn(courier) : '';
    return {
      subject: {
        id: row.id,
        productName: products.map(({ name }) => name).join(', '),
        hasParcel: row.hasParts,
        email: email?.address ?? '',
        deliveryOn: row.deliveryOn ?? reckoned,
        ...(facts.signed.has('deliveryReaction') && { signedDeliveryOn: row.deliveryOn ?? '' }),
        pickupOn: courier?.pickupOn ?? '',
        today: await todayInClientDepartment(tx, context.now()),
      },
      appealId: appeal && appeal.closedAt === null ? appeal.id : null,
    };
  },

  async settle(tx, context, folderId, talk) {
    const row = await getFolderLocked(tx, folderId);
    if (!row) return;
    const { draft, heardIntroduction, toldDelivery } = talk.conversation;
    const isWelcomed = talk.route === 'welcomed' || talk.route === 'welcomedWithoutParcel';
    const tellsDay = talk.route === 'welcomed' || toldDelivery === true;
    if (tellsDay) await refuseOtherDay(tx, context, row, talk);
    const address = draft.email?.trim() ?? '';
    if (isEmail(address)) {
      const { counterpartyId } = row;
      const addresses = [address];
      await keepAddresses(tx, context, { counterpartyId, addresses, employeeId: talk.employeeId });
    }
    const change = {
      ...(row.welcomedAt === null &&
        (isWelcomed || heardIntroduction) && { welcomeCallId: talk.call.id, welcomedAt: context.now() }),
      ...(tellsDay && {
        deliveryOn: draft.deliveryOn!,
        deliveryNextReactionId: await nextForDay(tx, context, row, talk),
      }),
    };
    if (Object.keys(change).length > 0) await saveFolder(tx, row, change);
  },
};

/** The next reaction for the day that was told: the route's own, or one of the folder when the talk ended otherwise. */
function nextForDay(tx: Tx, context: Context, row: FolderRow, talk: SettledTalk): Promise<string | null> {
  if (talk.route === 'welcomed') return replacePlan(tx, context, row.deliveryNextReactionId, talk);
  const { employeeId: keeperId, conversation } = talk;
  return planDay(tx, context, signedIn(context), row, { keeperId, day: conversation.draft.deliveryOn! });
}

/** The parcel, its pickup and its signatures may be others than when the talk began. */
async function refuseOtherDay(
  tx: Tx,
  context: Context,
  row: FolderRow,
  { conversation: { draft } }: SettledTalk,
): Promise<void> {
  const { facts } = await readFolderWhole(tx, row);
  const told = draft.deliveryOn ?? '';
  const days = {
    today: await todayInClientDepartment(tx, context.now()),
    pickupOn: row.collectedAt === null ? row.courier?.pickupOn : undefined,
  };
  const missing: Requirement | null =
    facts.signed.has('deliveryReaction') && told !== row.deliveryOn
      ? 'signedDelivery'
      : deliveryProblem(told, days) && 'deliveryOn';
  if (missing) {
    throw new Refusal('notPossibleNow', 'the folder does not allow this day', {}, { missing: [missing] });
  }
}

/** The day told in the call stands instead of one that was planned before. */
async function replacePlan(
  tx: Tx,
  context: Context,
  plannedId: string | null,
  { call, employeeId }: SettledTalk,
): Promise<string | null> {
  const reactions = (await listReactionsOfCall(tx, call.id)).filter(({ route }) => route !== null);
  const [next] = await listNextReactionsOfReactions(
    tx,
    reactions.map(({ id }) => id),
  );
  const planned = plannedId === null ? null : await getNextReactionLocked(tx, plannedId);
  if (next && planned && planned.endedAt === null) {
    await endNextReaction(tx, context, planned, {
      outcome: 'fulfilled',
      reason: null,
      reactionId: reactions[0]!.id,
      employeeId,
    });
  }
  return next?.id ?? plannedId;
}
