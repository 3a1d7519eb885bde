import { dayMs, hourMs, minuteMs } from '@/lib/domain/duration';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import type { ReactionType } from '@/lib/domain/reactions/reaction';
import type { AppealRow, Chronicle, NextReactionRow, ReactionRow } from './chronicle';
import type { DemoEmployee } from './company';
import type { DemoCounterparty } from './counterparties';
import { inventNextAct, inventNote, inventOutcome, inventTopic } from './subjects';
import { momentDaysAgo, roundDue } from './working-day';

/** How an appeal stands at the end of the story. */
export type Standing = 'closed' | 'overdue' | 'soon' | 'later';

const followUps: readonly ReactionType[] = [
  'outgoingCall',
  'outgoingCall',
  'outgoingCall',
  'letterOut',
  'letterOut',
  'mobileCall',
  'meeting',
];
const postponeReasons = [
  'Клиент просил перезвонить позже.',
  'Ждём ответа разработчиков.',
  'Директор в отпуске до понедельника.',
];

/** Appeals that came without a call of the console: letters, visits, calls on a mobile (CARD). */
export function tellAppealsWithoutCalls(
  chronicle: Chronicle,
  counterparties: DemoCounterparty[],
  count: number,
): void {
  const { random, now } = chronicle;
  const buyers = counterparties.filter(({ status }) => status !== 'prospect');
  for (let told = 0; told < count; told += 1) {
    const kind = random.pick<DepartmentKind>([
      'client',
      'client',
      'sales',
      'support',
      'support',
      'management',
    ]);
    const at = momentDaysAgo(random, now, random.between(2, 31));
    const known = (kind === 'support' || kind === 'client' ? buyers : counterparties).filter(
      ({ createdAt }) => createdAt < at,
    );
    const counterparty = random.pick(known);
    const by = employeeOf(chronicle, random.chance(0.6) ? 'client' : kind);
    const topic = inventTopic(random, kind, counterparty.project);
    const appeal = chronicle.appeal({
      counterparty,
      topic,
      project: counterparty.project,
      note: inventNote(random, kind),
      at,
      by,
    });
    const type = random.pick<ReactionType>(['letterIn', 'letterIn', 'visit', 'mobileCall', 'meeting']);
    const reaction = chronicle.reaction({ appeal, type, at, by, note: '' });
    const standing = random.pick<Standing>([
      'closed',
      'closed',
      'closed',
      'closed',
      'overdue',
      'soon',
      'later',
      'later',
    ]);
    goOn(chronicle, { appeal, reaction, kind, standing });
  }
}

/**
 * Lets an appeal run on from a reaction to its end: each reaction leaves a next one, and the next one fulfils it, mostly in
 * time. An appeal that stays open is left with exactly one open next reaction.
 */
export function goOn(
  chronicle: Chronicle,
  story: {
    appeal: AppealRow;
    reaction: ReactionRow;
    kind: DepartmentKind;
    standing: Standing;
    /** Who acts on it; somebody of the department when not told. */
    responsible?: DemoEmployee;
  },
): void {
  const { random, now } = chronicle;
  const { appeal, kind, standing } = story;
  const responsible = story.responsible ?? employeeOf(chronicle, kind);
  let { reaction } = story;
  for (let acts = random.between(1, 3); acts > 0; acts -= 1) {
    const dueAt = roundDue(reaction.happenedAt + random.between(3 * hourMs, 4 * dayMs));
    const lateMs = random.chance(0.15)
      ? random.between(20 * minuteMs, 5 * hourMs)
      : -random.between(0, 2 * hourMs);
    const happenedAt = Math.max(dueAt + lateMs, reaction.happenedAt + 20 * minuteMs);
    if (happenedAt >= now - 5 * minuteMs) break;
    const next = leave(chronicle, appeal, reaction, responsible, dueAt);
    reaction = chronicle.reaction({
      appeal,
      type: random.pick(followUps),
      at: happenedAt,
      by: responsible,
      note: inventNote(random, kind),
    });
    chronicle.fulfil(next, reaction);
  }
  if (standing === 'closed') chronicle.close(appeal, reaction.happenedAt, responsible, inventOutcome(random));
  else leaveOpen(chronicle, appeal, reaction, responsible, standing);
}

function leaveOpen(
  chronicle: Chronicle,
  appeal: AppealRow,
  reaction: ReactionRow,
  responsible: DemoEmployee,
  standing: Exclude<Standing, 'closed'>,
): void {
  const { random, now } = chronicle;
  const untilDueMs = {
    overdue: -random.between(10 * minuteMs, 20 * hourMs),
    soon: random.between(10 * minuteMs, 9 * hourMs),
    later: random.between(dayMs, 6 * dayMs),
  }[standing];
  const dueAt = standing === 'later' ? roundDue(now + untilDueMs) : now + untilDueMs;
  const next = leave(
    chronicle,
    appeal,
    reaction,
    responsible,
    Math.max(dueAt, reaction.happenedAt + minuteMs),
  );
  const postponedAt = reaction.happenedAt + hourMs;
  if (random.chance(0.2) && postponedAt < now && standing === 'later') {
    next.dueAt = reaction.happenedAt + 2 * hourMs;
    chronicle.postpone(next, postponedAt, responsible, dueAt, random.pick(postponeReasons));
  }
}

function leave(
  chronicle: Chronicle,
  appeal: AppealRow,
  reaction: ReactionRow,
  responsible: DemoEmployee,
  dueAt: number,
): NextReactionRow {
  return chronicle.nextReaction({
    appeal,
    reaction,
    topic: inventNextAct(chronicle.random, responsible.departmentKind),
    departmentId: responsible.departmentId,
    employeeId: responsible.id,
    dueAt,
  });
}

/** Somebody of a department who does its daily work. */
export function employeeOf(chronicle: Chronicle, kind: DepartmentKind): DemoEmployee {
  const daily = chronicle.company.employees.filter(
    ({ departmentKind, roles }) => departmentKind === kind && !roles.includes('administrator'),
  );
  return chronicle.random.pick(daily);
}
