import type { toast } from 'sonner';
import { expect, test } from 'vitest';
import { showToastsBy, tellToast } from './toast-queue';

const placeOf = (shown: string[]) =>
  ({ success: (words: string) => shown.push(words) }) as never as typeof toast;
const tell = (words: string) => tellToast((toast) => toast.success(words));

test('what is told before there is a place for it is shown in its order as soon as there is, and once', () => {
  const [first, second]: string[][] = [[], []];
  tell('Сохранено');
  tell('Удалено');
  const leave = showToastsBy(placeOf(first!));
  tell('Назначено');
  expect(first).toEqual(['Сохранено', 'Удалено', 'Назначено']);

  leave();
  tell('Отправлено');
  expect(first).toHaveLength(3);
  showToastsBy(placeOf(second!));
  expect(second).toEqual(['Отправлено']);
});
