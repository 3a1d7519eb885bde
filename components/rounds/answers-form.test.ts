import { describe, expect, test } from 'vitest';
import { type AnswersForm, answersBody, missingInAnswers } from './answers-form';

const content = { verdict: 'satisfied', words: '' } as const;
const form: AnswersForm = {
  said: { software: content, support: { verdict: 'dissatisfied', words: 'не отвечают' }, company: content },
  letterPromised: true,
  complaintTime: 'now',
  complaint: { text: 'ждут второй день', causedBy: null },
};

describe('the answers of a round', () => {
  test('SA-3: name what a complaint that is written now lacks, and never leave it out', () => {
    expect(missingInAnswers(form)).toEqual(['complaint.causedBy']);
    expect(answersBody(form)).toMatchObject({ letterPromised: false, complaint: form.complaint });
    expect(missingInAnswers({ ...form, complaint: { text: ' ', causedBy: 'support' } })).toEqual([
      'complaint.text',
    ]);
  });

  test('SA-3: lack nothing of a complaint that is put off, but the words of the client', () => {
    const later = { ...form, complaintTime: 'later' as const };
    expect(missingInAnswers(later)).toEqual([]);
    expect(answersBody(later).complaint).toBeNull();
    const wordless = { ...form.said, support: { verdict: 'dissatisfied' as const, words: ' ' } };
    expect(missingInAnswers({ ...later, said: wordless })).toEqual(['support.words']);
  });

  test('of a satisfied client lack nothing, whatever was typed as a complaint before', () => {
    const satisfied = { ...form, said: { ...form.said, support: content } };
    expect(missingInAnswers(satisfied)).toEqual([]);
    expect(answersBody(satisfied)).toMatchObject({ letterPromised: true, complaint: null });
  });
});
