import { describe, expect, test } from 'vitest';
import { listPhoneCommands } from '@/db/phone-commands';
import { dialects } from '@/db/testing';
import { troublesOf } from '@/lib/domain/calls/troubles';
import { isRepeatable, type PhoneCommand } from '@/lib/domain/telephony';
import { problemAnswer } from '@/lib/twilio/problem-answer';
import { openLine, type TestCall, type TestLine } from '@/tests/call-driver';
import { consultOutside } from './consult-outside';
import { holdCaller } from './hold-caller';
import { listMyCalls } from './list-my-calls';
import { muteMicrophone } from './mute-microphone';

const failed = (details: object) => Object.assign(new Error('failed'), details);

/** What the line may answer to an order, and what it comes to: tried again until it is so, not tried again, or needless. */
const faults: [string, Error, 'later' | 'refused' | 'gone'][] = [
  ['too many requests', failed({ status: 429, code: 20429 }), 'later'],
  ['too many people in rooms at a time', failed({ status: 429, code: 16021 }), 'later'],
  ['an error of its own', failed({ status: 500, code: 20500 }), 'later'],
  ['nothing in time', failed({ code: 'ETIMEDOUT' }), 'later'],
  ['the label is in use', failed({ status: 400, code: 16025 }), 'refused'],
  ['the call is not in progress', failed({ status: 400, code: 21220 }), 'gone'],
  ['nobody is there', failed({ status: 404, code: 20404 }), 'gone'],
  ['they are gone from the room', failed({ status: 400, code: 16022 }), 'gone'],
];

type Fault = (typeof faults)[number];

const answers = (line: TestLine, [, error]: Fault, ...types: PhoneCommand['type'][]) =>
  line.telephony.nextAnswers.push(
    ...types.map((type) => problemAnswer(error, isRepeatable({ type } as PhoneCommand))),
  );

const troubles = async (call: TestCall) =>
  troublesOf(await listPhoneCommands(call.line.store.read, call.callId)).map(({ type }) => type);

async function expectOnTheLine(call: TestCall): Promise<void> {
  expect(await call.row()).toMatchObject({ endedAt: null, quarantinedAt: null });
  const { sent } = call.line.telephony;
  expect(sent.filter((command) => 'callSid' in command && command.callSid === call.callSid)).toEqual([]);
  expect(sent.filter((command) => command.type === 'removeLeg' && command.label === 'caller')).toEqual([]);
}

describe.each(dialects)('the line on %s', (dialect) => {
  test.each(faults)(
    'answers an order with “%s”: no caller is dropped, the person is told, and there is a way on',
    async (...fault) => {
      const [, , comesTo] = fault;
      const line = await openLine(dialect);
      await line.available('anna', 'boris');
      const call = await line.callerCalls();
      await call.callerJoins();
      const bar = async () => (await listMyCalls(line.world.as(line.company.as('anna')))).calls[0];

      await call.claims('anna');
      answers(line, fault, 'join');
      await line.dispatch();
      await expectOnTheLine(call);
      expect(await troubles(call)).toEqual(comesTo === 'gone' ? [] : ['join']);
      await line.pass(comesTo === 'gone' ? 31 : 5);
      if (comesTo === 'later') await call.joins('anna');
      else {
        expect(await call.offeredTo()).toEqual(['anna', 'boris']);
        await call.answers('anna');
      }
      expect(line.telephony.sentOf('join')).toHaveLength(1);
      await call.expectPhase('talking');

      for (const order of [holdCaller, muteMicrophone]) {
        answers(line, fault, order === holdCaller ? 'hold' : 'mute');
        await call.does('anna', order);
        const type = order === holdCaller ? 'hold' : 'mute';
        expect((await bar())?.troubles.map((trouble) => trouble.type) ?? []).toEqual(
          comesTo === 'gone' ? [] : expect.arrayContaining([type]),
        );
        await line.pass(5);
        await expectOnTheLine(call);
        const isSo = order === holdCaller ? (await bar())?.heldSince !== null : (await bar())?.isMuted;
        expect(isSo).toBe(comesTo !== 'refused');
        expect(line.telephony.sentOf(type)).toHaveLength(comesTo === 'later' ? 1 : 0);
      }

      line.telephony.nextAnswers.push({ result: 'done' });
      answers(line, fault, 'dial');
      await call.does('anna', consultOutside, { phone: '8 (913) 111-22-33' });
      await expectOnTheLine(call);
      await line.pass(40);
      await expectOnTheLine(call);
      expect(line.telephony.sentOf('dial')).toHaveLength(comesTo === 'later' ? 1 : 0);
      expect(await bar()).toMatchObject({
        phase: 'talking',
        consult: null,
        consultFailed: {
          number: '+7 (913) 111-22-33',
          reason: comesTo === 'refused' ? 'cannotDial' : 'notReached',
        },
      });
    },
  );
});
