import {
  type RoundSubject,
  roundSubjects,
  subjectsWithoutWords,
  type Verdict,
} from '@/lib/domain/rounds/round';
import type { ComplaintForm } from './complaint-fields';

/** When the complaint of a dissatisfied client is written (SA-3): with the answers, or right after them. */
export const complaintTimes = ['now', 'later'] as const;
export type ComplaintTime = (typeof complaintTimes)[number];

export type AnswersForm = {
  said: Record<RoundSubject, { verdict: Verdict | null; words: string }>;
  letterPromised: boolean;
  complaintTime: ComplaintTime;
  complaint: ComplaintForm;
};

const isDissatisfied = ({ said }: AnswersForm) =>
  roundSubjects.some((subject) => said[subject].verdict === 'dissatisfied');

const isComplaintDue = (form: AnswersForm) => isDissatisfied(form) && form.complaintTime === 'now';

/** The required fields that are empty, as the request names them; of the complaint only when it is written now. */
export function missingInAnswers(form: AnswersForm): string[] {
  const words = subjectsWithoutWords(form.said).map((subject) => `${subject}.words`);
  if (!isComplaintDue(form)) return words;
  const { text, causedBy } = form.complaint;
  return [
    ...words,
    ...(text.trim() === '' ? ['complaint.text'] : []),
    ...(causedBy === null ? ['complaint.causedBy'] : []),
  ];
}

/** The request: the complaint as it was typed, or none when it was put off. */
export const answersBody = (form: AnswersForm) => ({
  ...form.said,
  letterPromised: !isDissatisfied(form) && form.letterPromised,
  complaint: isComplaintDue(form) ? form.complaint : null,
});
