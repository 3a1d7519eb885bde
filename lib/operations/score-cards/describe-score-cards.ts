import { getWording } from '@/db/call-scripts';
import { listCallsByIds } from '@/db/calls';
import { listScoreCardEditions, type ScoreCardRow as Row } from '@/db/score-cards';
import type { Db } from '@/db/store';
import { newestCallScript } from '@/lib/domain/call-scripts/catalog';
import type { Wording } from '@/lib/domain/call-scripts/wording';
import type { Person } from '@/lib/domain/employees/employee';
import type { Criterion } from '@/lib/domain/score-cards/criteria';
import { isSameContent, isScoreCardActPossible, scoreOf } from '@/lib/domain/score-cards/score-card';
import { isSentTo, mayScore } from '@/lib/domain/score-cards/score-card-rights';
import type { CriterionView, ScoreCardRow, ScoreCardView } from '@/lib/domain/score-cards/score-card-views';
import { describeJournal } from '@/lib/operations/calls/describe-journal';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { describePlayableRecordings } from '@/lib/operations/recordings/describe-recordings';

/** Cards as a list shows them, in the given order. */
export async function describeScoreCards(
  db: Db,
  person: Person,
  cards: readonly Row[],
): Promise<ScoreCardRow[]> {
  const calls = await describeJournal(
    db,
    person,
    await listCallsByIds(
      db,
      cards.map(({ callId }) => callId),
    ),
  );
  const callOf = new Map(calls.map((call) => [call.id, call]));
  const names = await readDirectory(db, {
    employees: cards.flatMap(({ employeeId, updatedBy, sentBy }) => [employeeId, updatedBy, sentBy]),
  });
  return cards.flatMap((card) => {
    const call = callOf.get(card.callId);
    if (!call) return [];
    const { id, state, edition, percent, sentAt } = card;
    // Whether a reviewer writes on it again is no matter of the employee's before it is sent.
    const isOwn = card.employeeId === person.id;
    return {
      id,
      state,
      edition,
      percent,
      sentAt,
      call,
      updatedAt: isOwn ? (sentAt ?? card.createdAt) : card.updatedAt,
      employee: names.employee(card.employeeId),
      reviewer: names.employee(isOwn ? card.sentBy : card.updatedBy),
      sentBy: names.employee(card.sentBy),
    };
  });
}

/** A card for whoever reviews it, or for the employee it was sent to. */
export async function describeScoreCard(db: Db, person: Person, card: Row): Promise<ScoreCardView> {
  const [row] = await describeScoreCards(db, person, [card]);
  if (!row) throw new Error(`the call of score card ${card.id} is not there`);
  const { percent: _, sentAt: __, sentBy: ___, ...shown } = row;
  const isReviewer = mayScore(person, card);
  const isEmployee = isSentTo(person, card);
  const editions = await listScoreCardEditions(db, card.id);
  const names = await readDirectory(db, {
    employees: editions.flatMap(({ sentBy, upheldBy }) => [sentBy, upheldBy]),
  });
  const keys = card.criteria.map(({ key }) => key);
  const last = editions[0];
  const isChanged = !last || !isSameContent(last.content, card.content, keys);
  const may = (act: Parameters<typeof isScoreCardActPossible>[1]) => isScoreCardActPossible(card.state, act);
  return {
    ...shown,
    version: card.version,
    criteria: await describeCriteria(db, card),
    content: isReviewer ? card.content : null,
    isChanged: isReviewer && isChanged,
    editions: editions.map(({ cardId: __, ...edition }) => ({
      ...edition,
      score: scoreOf(edition.content, keys),
      sentBy: names.employee(edition.sentBy),
      upheldBy: names.employee(edition.upheldBy),
    })),
    recordings: row.call.mayReview ? await describePlayableRecordings(db, person, [card.callId]) : [],
    may: {
      save: isReviewer && may('save'),
      send: isReviewer && may('send') && isChanged,
      discard: isReviewer && may('discard'),
      acknowledge: isEmployee && may('acknowledge'),
      object: isEmployee && may('object'),
      uphold: isReviewer && may('uphold'),
    },
  };
}

async function describeCriteria(db: Db, card: Row): Promise<CriterionView[]> {
  const published = await getWording(db, card.scriptId, card.wordingVersion);
  const words = (published?.words ?? newestCallScript(card.scriptId)?.wording ?? {}) as Wording;
  return card.criteria.map((criterion: Criterion) => ({
    key: criterion.key,
    stage: criterion.stage,
    step: criterion.step,
    kind: criterion.kind,
    words: 'say' in criterion ? (words[criterion.say] ?? null) : null,
    fields: criterion.kind === 'filled' ? [...criterion.fields] : [],
    answers: criterion.kind === 'chosen' ? [...criterion.answers] : [],
  }));
}
