/** The beginning or the end of a line as the counterparty, and the rest as words of a topic. */
export type TopicParts = { card: string; topic: string };

const mostTopicWords = 2;
const fewestLetters = 2;

/** How a line of several words may mean an appeal of a counterparty, with the fewest words of its topic first. */
export function topicParts(typed: string): TopicParts[] {
  const words = typed.trim().split(/\s+/);
  return Array.from({ length: Math.min(mostTopicWords, words.length - 1) }, (_, at) => at + 1)
    .flatMap((count) => [
      { card: words.slice(0, -count), topic: words.slice(-count) },
      { card: words.slice(count), topic: words.slice(0, count) },
    ])
    .map(({ card, topic }) => ({ card: card.join(' '), topic: topic.join(' ') }))
    .filter(({ card, topic }) => card.length >= fewestLetters && topic.length >= fewestLetters);
}
