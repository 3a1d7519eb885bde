/** Longer than a connection takes; without a line, or with a token that ran out, the SDK never answers (twilio-voice.js#85). */
const timeoutMs = 10_000;
/** Twilio's code of a signalling connection that did not come about. */
const noConnection = 53_000;

/** @throws `{ code, isStuck }` when it takes too long, after `giveUp` */
export async function inTime<Answer>(answer: Promise<Answer>, giveUp: () => void): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      giveUp();
      reject({ code: noConnection, isStuck: true });
    }, timeoutMs);
  });
  return Promise.race([answer, tooLong]).finally(() => clearTimeout(timer));
}
