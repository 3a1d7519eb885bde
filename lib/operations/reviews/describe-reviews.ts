import { type LeadRow, listLeadsOfNextReactions } from '@/db/leads';
import { listNextReactionsOfReactions, type NextReactionRow } from '@/db/next-reactions';
import { listReactionReviews } from '@/db/reaction-reviews';
import type { ReactionRow } from '@/db/reactions';
import type { Db } from '@/db/store';
import { timeOnClock } from '@/lib/domain/deadlines/working-time';
import type { Person } from '@/lib/domain/employees/employee';
import { mayReviewReactions } from '@/lib/domain/employees/permissions';
import { promiseKeptAt } from '@/lib/domain/leads/lead';
import type { ReviewedReaction } from '@/lib/domain/reviews/reviews.contract';
import { describeReactions } from '@/lib/operations/reactions/describe-reactions';
import { type Directory, readDirectory } from '@/lib/operations/reactions/directory';

/** Reactions with what they promised, whether it was kept, and their review. */
export async function describeReviews(
  db: Db,
  person: Person,
  rows: readonly ReactionRow[],
  now: number,
): Promise<ReviewedReaction[]> {
  const ids = rows.map((row) => row.id);
  const left = await listNextReactionsOfReactions(db, ids);
  const leads = await listLeadsOfNextReactions(
    db,
    left.map((next) => next.id),
  );
  const reviews = await listReactionReviews(db, ids);
  const directory = await readDirectory(db, {
    employees: [
      ...left.map((next) => next.responsibleEmployeeId),
      ...reviews.flatMap((review) => [review.reviewedBy, review.remarkTo]),
    ],
  });
  const reactions = await describeReactions(db, person, rows);
  return reactions.map((reaction) => {
    const review = reviews.find((one) => one.reactionId === reaction.id);
    return {
      reaction,
      promises: left
        .filter((next) => next.reactionId === reaction.id)
        .map((next) =>
          describePromise(
            directory,
            next,
            leads.find((lead) => lead.nextReactionId === next.id),
            now,
          ),
        ),
      review: review
        ? {
            reviewedAt: review.reviewedAt,
            reviewedBy: directory.employee(review.reviewedBy),
            remark: review.remark,
            remarkTo: directory.employee(review.remarkTo),
            acknowledgedAt: review.acknowledgedAt,
            answer: review.answer,
          }
        : null,
      may: {
        review: mayReviewReactions(person),
        acknowledge: review?.remarkTo === person.id && review.acknowledgedAt === null,
      },
    };
  });
}

function describePromise(
  directory: Directory,
  next: NextReactionRow,
  lead: LeadRow | undefined,
  now: number,
): ReviewedReaction['promises'][number] {
  const doneAt = (lead && promiseKeptAt(lead)) ?? next.endedAt;
  return {
    id: next.id,
    department: directory.department(next.responsibleDepartmentId),
    employee: directory.employee(next.responsibleEmployeeId),
    dueAt: next.dueAt,
    doneAt,
    outcome: next.outcome,
    lateMs: timeOnClock(directory.hours(next.responsibleDepartmentId), next.dueAt, doneAt ?? now),
  };
}
