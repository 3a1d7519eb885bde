import { describe, expect, test } from 'vitest';
import { dialects } from '@/db/testing';
import { openLine, type TestCall, type TestLine } from '@/tests/call-driver';
import { answerWait } from './answer-wait';
import { holdCaller } from './hold-caller';
import { musicLostAfterMs, playMusicAgain } from './play-music-again';

const lostAfterSeconds = musicLostAfterMs / 1000;

async function sentTo(line: TestLine): Promise<string[]> {
  await playMusicAgain(line.system());
  await line.dispatch();
  return line.telephony.sent.map(({ type }) => type);
}

const asksForMusic = ({ line, callId }: TestCall) =>
  answerWait(line.system(), {
    callId,
    onProblem: (id, error) => {
      throw new Error(id, { cause: error });
    },
  });

describe.each(dialects)('music that ended on %s', (dialect) => {
  test('begins again for a caller who waits, once, when the line has stopped asking for it (S9)', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    await call.callerJoins();
    await line.pass(lostAfterSeconds - 5);
    await asksForMusic(call);
    await line.pass(lostAfterSeconds);
    expect(await sentTo(line)).toEqual([]);
    await line.pass(1);
    expect(await sentTo(line)).toEqual(['wait']);
    expect(line.telephony.sent.at(-1)).toEqual({ type: 'wait', conferenceSid: call.conferenceSid });
    await line.pass(lostAfterSeconds);
    expect(await sentTo(line)).toEqual(['wait']);
    await line.pass(1);
    expect(await sentTo(line)).toEqual(['wait', 'wait']);
  });

  test('begins again for a caller on hold, and for nobody who talks or has left', async () => {
    const line = await openLine(dialect);
    await line.available('anna', 'boris');
    const held = await line.callerCalls();
    await held.callerJoins();
    await held.answers('anna');
    const talking = await line.callerCalls({ from: '+79131112233' });
    await talking.callerJoins();
    await talking.answers('boris');
    const gone = await line.callerCalls({ from: '+79131112244' });
    await gone.callerJoins();
    await gone.callerHangsUp();
    await held.does('anna', holdCaller);
    const before = line.telephony.sent.length;
    await line.pass(lostAfterSeconds);
    expect((await sentTo(line)).slice(before)).toEqual([]);
    await line.pass(1);
    await sentTo(line);
    expect(line.telephony.sent.slice(before)).toEqual([{ type: 'hold', conferenceSid: held.conferenceSid }]);
  });
});
