import { expect, test } from 'vitest';
import { topicParts } from './topic-parts';

test('a line is read as a counterparty and words of a topic, from either end', () => {
  expect(topicParts(' ромашка запрос цен ')).toEqual([
    { card: 'ромашка запрос', topic: 'цен' },
    { card: 'запрос цен', topic: 'ромашка' },
    { card: 'ромашка', topic: 'запрос цен' },
    { card: 'цен', topic: 'ромашка запрос' },
  ]);
  expect(topicParts('ромашка')).toEqual([]);
  expect(topicParts('ромашка ц')).toEqual([]);
  expect(topicParts('аа бб вв гг дд ее')).toHaveLength(4);
});
