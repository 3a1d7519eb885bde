import type { ScriptEvent } from '@/lib/domain/call-scripts/events';
import { secondMs } from '@/lib/domain/duration';
import type { Chronicle } from './chronicle';
import { inventUnlisted } from './subjects-of-calls';
import type { ToldConversation } from './told-conversation';

/** Says the lines at the pace of people, with a slip now and then. Returns when the last one was said. */
export function converse(
  { random }: Chronicle,
  conversation: ToldConversation,
  lines: readonly ScriptEvent[],
  startedAt: number,
): number {
  let at = startedAt;
  for (const [order, line] of lines.entries()) {
    at += (line.type === 'manager.filledIn' ? random.between(3, 9) : random.between(5, 16)) * secondMs;
    const isCardEmpty = conversation.step === 'fillingCard' && line.type === 'manager.filledIn';
    if (isCardEmpty && random.chance(0.1)) {
      conversation.hear({ type: 'manager.confirmedCard' }, at);
      at += 2 * secondMs;
    }
    if (order > 0 && random.chance(0.03)) {
      conversation.hear({ type: 'caller.saidSomethingElse', words: inventUnlisted(random) }, at);
      at += 4 * secondMs;
    }
    conversation.hear(line, at);
    if (
      conversation.step === 'describingAppeal' &&
      line.type === 'manager.confirmedCard' &&
      random.chance(0.08)
    ) {
      conversation.goBack(
        lines[0]?.type === 'caller.askedForSupport' ? 'findingCard' : 'fillingCard',
        at + 4 * secondMs,
      );
      at += 11 * secondMs;
      conversation.hear({ type: 'manager.confirmedCard' }, at);
    }
  }
  return at + random.between(4, 8) * secondMs;
}
