import type { Db } from '@/db/store';
import { callScriptOf } from '@/lib/domain/call-scripts/catalog';
import { graphOf } from '@/lib/domain/call-scripts/graph';
import { dayMs, hourMs, minuteMs } from '@/lib/domain/duration';
import { type Criterion, criteriaOf } from '@/lib/domain/score-cards/criteria';
import { type ScoreCardContent, type ScoreCardState, scoreOf } from '@/lib/domain/score-cards/score-card';
import { callRow } from './call-row';
import type { DemoCompany } from './company';
import { insertAll } from './insert-all';
import { createRandom, type Random } from './random';
import type { PastCall } from './tell-call';

type Row<Table extends keyof Db['t']> = Db['t'][Table]['$inferSelect'];

const states: readonly ScoreCardState[] = [
  'acknowledged',
  'sent',
  'acknowledged',
  'objected',
  'acknowledged',
  'draft',
  'upheld',
  'acknowledged',
  'sent',
  'acknowledged',
];
const comments = [
  'Сказано своими словами, а нужно дословно.',
  'Звонящий назвал город, в карточке его нет.',
  'Выбран ответ про цены, а спрашивали про обучение.',
];
const summaries = ['Спокойный, внимательный разговор.', 'Хорошо, что переспросили название.', ''];
const objections = ['Звонящий перебил, договорить не получилось.', 'Город назвали уже после передачи.'];

/** Score cards of some finished conversations, in every state; made with a seed of its own, so that nothing else changes. */
export async function insertScoreCards(
  db: Db,
  company: DemoCompany,
  told: readonly PastCall[],
  now: number,
): Promise<void> {
  const random = createRandom(13);
  const cards: Row<'scoreCards'>[] = [];
  const editions: Row<'scoreCardEditions'>[] = [];
  for (const one of pickedOf(told, now)) {
    const { card, edition } = scored(random, company, one, states[cards.length]!, now);
    cards.push(card);
    if (edition) editions.push(edition);
  }
  await insertAll(db, db.t.scoreCards, cards);
  await insertAll(db, db.t.scoreCardEditions, editions);
}

/** Evenly out of the conversations that were finished more than two days ago. */
function pickedOf(told: readonly PastCall[], now: number): PastCall[] {
  const finished = told.filter(
    ({ call, conversation }) =>
      conversation && callRow(call, call.learnt).finishedAt !== null && call.endedAt < now - 2 * dayMs,
  );
  const step = Math.max(1, Math.floor(finished.length / states.length));
  return states.flatMap((_, index) => finished[index * step] ?? []);
}

function scored(random: Random, company: DemoCompany, told: PastCall, state: ScoreCardState, now: number) {
  const { call } = told;
  const { events } = told.conversation!;
  const run = told.conversation!.run();
  const script = callScriptOf({ id: run.scriptId, version: run.machineVersion })!;
  const criteria = criteriaOf(graphOf(script), [run.step, ...events.map(({ step }) => step)]);
  const content = contentOf(random, criteria);
  const { id: departmentId, headId } = company.departments.client;
  const director = company.employees.find(({ roles }) => roles.includes('generalDirector'))!;
  const reviewerId = run.employeeId === headId ? director.id : headId;
  const sentAt = call.endedAt + random.between(4, 30) * hourMs;
  const answeredAt = Math.min(sentAt + random.between(10, 300) * minuteMs, now - hourMs);
  const isSent = state !== 'draft';
  const isObjected = state === 'objected' || state === 'upheld';
  const card: Row<'scoreCards'> = {
    id: random.idAt(sentAt),
    callId: call.id,
    arrivedAt: call.arrivedAt,
    employeeId: run.employeeId,
    departmentId,
    state,
    edition: isSent ? 1 : 0,
    version: 2,
    wordingVersion: run.wordingVersion,
    scriptId: run.scriptId,
    criteria,
    content,
    percent: isSent
      ? scoreOf(
          content,
          criteria.map(({ key }) => key),
        ).percent
      : null,
    sentAt: isSent ? sentAt : null,
    sentBy: isSent ? reviewerId : null,
    createdAt: sentAt - 20 * minuteMs,
    updatedAt: sentAt,
    updatedBy: reviewerId,
  };
  const edition: Row<'scoreCardEditions'> = {
    cardId: card.id,
    edition: 1,
    content,
    sentAt,
    sentBy: reviewerId,
    acknowledgedAt: state === 'acknowledged' ? answeredAt : null,
    objectedAt: isObjected ? answeredAt : null,
    objection: isObjected ? random.pick(objections) : null,
    upheldAt: state === 'upheld' ? answeredAt + 30 * minuteMs : null,
    upheldBy: state === 'upheld' ? reviewerId : null,
    reply: state === 'upheld' ? 'Послушайте ещё раз: вопрос не прозвучал.' : null,
  };
  return { card, edition: isSent ? edition : null };
}

function contentOf(random: Random, criteria: readonly Criterion[]): ScoreCardContent {
  const marks = criteria.map(({ key }) => {
    const isMet = random.chance(0.8);
    const verdict = random.chance(0.1) ? 'notApplicable' : isMet ? 'yes' : 'no';
    return [key, { verdict, comment: verdict === 'no' ? random.pick(comments) : '', place: null }] as const;
  });
  return { marks: Object.fromEntries(marks), notes: [], summary: random.pick(summaries) };
}
