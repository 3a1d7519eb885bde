import type { Store } from '@/db/store';
import { canBeCalledBack } from '@/lib/domain/calls/call';
import type { WebhookEventKind } from '@/lib/domain/webhooks/webhook-event';

type Rows = Store['read']['t'];
type RowsOf<Table extends keyof Rows> = Rows[Table]['$inferSelect'][];

/** The rows by which what happened is reckoned, none of them written for webhooks. */
export type FactRows = {
  calls: RowsOf<'calls'>;
  appeals: RowsOf<'appeals'>;
  reactions: RowsOf<'reactions'>;
  nextReactions: RowsOf<'nextReactions'>;
  nextReactionChanges: RowsOf<'nextReactionChanges'>;
  changes: RowsOf<'changes'>;
};

/** `kind id` of each event that must have been told by now, as often as it must. Overdue ones are told by the clock alone. */
export function reckonEvents(rows: FactRows): string[] {
  const found: string[] = [];
  const add = (kind: WebhookEventKind, id: string, times: number | boolean) => {
    for (let time = 0; time < Number(times); time += 1) found.push(`${kind} ${id}`);
  };
  for (const call of rows.calls) {
    add('call.started', call.id, true);
    add('call.answered', call.id, call.answeredAt !== null);
    add('call.ended', call.id, call.endedAt !== null);
    add('call.missed', call.id, isMissed(call));
  }
  for (const { id } of rows.reactions) add('reaction.recorded', id, true);
  for (const { id } of rows.appeals) {
    const turns = rows.changes.filter(({ noun, nounId, fields }) => {
      return noun === 'appeal' && nounId === id && 'closedAt' in fields;
    });
    const closings = turns.filter(({ fields }) => fields.closedAt?.to !== null).length;
    add('appeal.opened', id, true);
    add('appeal.closed', id, closings);
    add('appeal.reopened', id, turns.length - closings);
  }
  for (const next of rows.nextReactions) {
    const history = rows.nextReactionChanges
      .filter(({ nextReactionId }) => nextReactionId === next.id)
      .map(({ what, to }) => (what === 'undone' && !('dueAt' in to) ? 'reopened' : what));
    const countOf = (...words: string[]) => history.filter((what) => words.includes(what)).length;
    const endings = countOf('fulfilled', 'closed');
    const wasEndedAtOnce = endings === 0 && next.endedAt !== null;
    add('nextReaction.created', next.id, true);
    add(
      'nextReaction.changed',
      next.id,
      countOf('rerouted', 'postponed', 'handedOver', 'accepted', 'escalated', 'undone'),
    );
    add('nextReaction.ended', next.id, endings + Number(wasEndedAtOnce));
    add('nextReaction.reopened', next.id, countOf('reopened'));
  }
  return found.sort();
}

function isMissed(call: FactRows['calls'][number]): boolean {
  if (call.outcomeDecidedAt === null || call.outcome === 'blocked') return false;
  if (call.outcome !== 'answered') return call.direction === 'inbound';
  return canBeCalledBack(call.callerKind) && call.missedReactionId !== null;
}

/** `kind id` of each event that was written to be told. */
export function writtenEvents(events: RowsOf<'webhookEvents'>): string[] {
  return events
    .filter(({ kind }) => kind !== 'nextReaction.overdue')
    .map(({ kind, body }) => `${kind} ${subjectOf(JSON.parse(body).data)}`)
    .sort();
}

const subjectOf = (data: Record<string, string>) =>
  data.nextReactionId ?? data.reactionId ?? data.appealId ?? data.callId;
