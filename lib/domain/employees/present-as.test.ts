import { expect, test } from 'vitest';
import { presentAs } from './present-as';

test.each([
  ['Сидорова Анна Ивановна', 'Анна'],
  ['Анна Ивановна Сидорова', 'Анна'],
  ['Сидорова Анна', 'Анна'],
  ['Фомин Илья Фомич', 'Илья'],
  ['Кузьмин Пётр Ильич', 'Пётр'],
  ['Алиев Рашид Гасан оглы', 'Рашид'],
  ['Анна', 'Анна'],
  ['  Котов   Денис  Олегович ', 'Денис'],
  ['', ''],
])('%s is presented to callers as %s (IN-1)', (fullName, name) => {
  expect(presentAs(fullName)).toBe(name);
});
