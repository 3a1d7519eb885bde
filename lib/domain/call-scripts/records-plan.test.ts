import { expect, test } from 'vitest';
import { reactionContracts } from '@/lib/domain/reactions/reactions.contract';
import { longestJoinedNote, recordLimits } from '@/lib/domain/reactions/record-limits';
import { startConversation } from './conversation';
import { emptyDraft, withPatch } from './draft';
import { reactionTypeOf, recordsPlan } from './records-plan';

test('IN-9 (b): the longest complaint with the longest note is one note, which can be corrected afterwards', () => {
  const longest = 'я'.repeat(recordLimits.note);
  const draft = withPatch(emptyDraft(null), {
    complaint: { text: longest, departmentKind: 'support' },
    note: longest,
  });
  const conversation = { ...startConversation({ managerName: 'Анна', callerPhone: null }), draft };
  const { note } = recordsPlan(conversation, { route: 'complaint' })!.reaction;
  expect(note).toHaveLength(longestJoinedNote);
  const correction = reactionContracts.update.body!;
  expect(correction.safeParse({ version: 1, note }).success).toBe(true);
  expect(correction.safeParse({ version: 1, note: `${note}я` }).success).toBe(false);
});

test('OUT-1: a call we placed is an outgoing one from its first step on', () => {
  expect(reactionTypeOf(null, 'outbound')).toBe('outgoingCall');
  expect(reactionTypeOf(null, 'inbound')).toBe('incomingCall');
  expect(reactionTypeOf('complaint', 'outbound')).toBe('complaint');
});
