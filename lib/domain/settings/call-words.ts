import { z } from 'zod';
import { spokenText } from './spoken-text';

const words = spokenText.min(1, 'required');

/** What callers hear of a company that does not answer (IN-11), settings under the key `callWords`. */
export const callWordsSchema = z.object({
  /** Outside opening hours; a line may have a greeting of its own instead. */
  closedGreeting: words.default(
    'Здравствуйте! Вы позвонили в компанию Эм Эл Эс Ай Ти. Сейчас мы не работаем.',
  ),
  /** Nobody answered in time; the call ends. */
  apology: words.default(
    'К сожалению, все менеджеры сейчас заняты. Мы перезвоним вам при первой возможности. Спасибо за звонок!',
  ),
  /** The same to a caller who cannot be called back. */
  apologyWithheld: words.default(
    'К сожалению, все менеджеры сейчас заняты, а ваш номер скрыт. Пожалуйста, позвоните нам немного позже.',
  ),
  /** Nobody answered in time; the caller may leave a message. */
  busyBeforeMessage: words.default('К сожалению, все менеджеры сейчас заняты.'),
  messageInvitation: words.default(
    'Вы можете оставить сообщение после сигнала. Назовите, пожалуйста, ваше имя и вопрос, и мы перезвоним. Закончив, нажмите решётку или положите трубку.',
  ),
});

export type CallWords = z.infer<typeof callWordsSchema>;

export const defaultCallWords: CallWords = callWordsSchema.parse({});

/** The stored ones; what is missing or unreadable is the default. */
export function readCallWords(stored: unknown): CallWords {
  const parsed = callWordsSchema.safeParse(stored ?? {});
  return parsed.success ? parsed.data : defaultCallWords;
}
