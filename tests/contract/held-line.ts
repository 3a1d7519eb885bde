import { openLineUnderTest } from '@/scripts/line-simulator/testing/line-under-test.ts';
import { type StandBetween, standBetween } from './stand-between';

/** A line under test whose every answer is held to Twilio's OpenAPI, and every request it takes; closing it tells what was found. */
export async function openHeldLine() {
  let stand: StandBetween | undefined;
  const it = await openLineUnderTest(async (lineUrl) => {
    stand = await standBetween(lineUrl);
    return stand;
  });
  return {
    ...it,
    /** @throws Error that names each violation */
    async close() {
      const found = (await stand!.violations()).filter(
        ({ of, isRefused }) => of === 'response' || !isRefused,
      );
      await it.close();
      if (found.length > 0) throw new Error(found.map(({ message }) => message).join('\n'));
    },
  };
}
