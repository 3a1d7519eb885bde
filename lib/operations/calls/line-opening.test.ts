import { describe, expect, test } from 'vitest';
import type { Dialect } from '@/db/store';
import { dialects } from '@/db/testing';
import { type BusinessHours, roundTheClock } from '@/lib/domain/deadlines/business-hours';
import { defaultCallWords } from '@/lib/domain/settings/call-words';
import type { LineOpening } from '@/lib/domain/settings/line-opening';
import { getCallWords } from '@/lib/operations/settings/get-call-words';
import { listChanges } from '@/lib/operations/settings/list-changes';
import { listCompanyNumbers } from '@/lib/operations/settings/list-company-numbers';
import { updateCallWords } from '@/lib/operations/settings/update-call-words';
import { updateCompanyNumber } from '@/lib/operations/settings/update-company-number';
import { openLine } from '@/tests/call-driver';
import { answerVoicemail } from './answer-voicemail';

const never: BusinessHours = { timeZone: 'Europe/Moscow', weekly: [], holidays: [] };
const always = roundTheClock('Europe/Moscow');

/** The company's number opens as told; the client department does, too. */
async function open(dialect: Dialect, opening: Partial<LineOpening>, client: BusinessHours = always) {
  const line = await openLine(dialect, { client });
  await line.available('anna');
  const numberId = await line.hasNumber(undefined, opening);
  return { line, numberId, alla: line.world.as(line.company.as('alla')) };
}

describe.each(dialects)('the opening of a line on %s', (dialect) => {
  test('is the client department’s until it has hours of its own, which then decide alone (IN-11)', async () => {
    const plain = await open(dialect, {}, never);
    expect((await plain.line.callerCalls()).twiml).toContain(defaultCallWords.closedGreeting);
    const around = await open(dialect, { hours: always }, never);
    expect(await (await around.line.callerCalls()).offeredTo()).toEqual(['anna']);
    const closed = await open(dialect, { hours: never });
    const call = await closed.line.callerCalls();
    expect(call.twiml).toContain(defaultCallWords.closedGreeting);
    await call.callCompletes();
    await closed.line.pass(16);
    expect(await call.row()).toMatchObject({ phase: 'ended', outcome: 'closedHours' });
  });

  test('follows its own time zone and holidays', async () => {
    const at = (timeZone: string) => {
      const wall = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
      return `${wall.format(now)}:00`;
    };
    const { line } = await open(dialect, {});
    const now = line.world.now();
    const thisHour = (timeZone: string, holidays: BusinessHours['holidays'] = []) => ({
      timeZone: 'Asia/Vladivostok',
      weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        weekday,
        intervals: [{ from: at(timeZone), until: '24:00' }],
      })),
      holidays,
    });
    const there = await open(dialect, { hours: thisHour('Asia/Vladivostok') });
    await (await there.line.callerCalls()).expectPhase('ringing');
    const date = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Vladivostok' }).format(now);
    const holiday = { hours: thisHour('Asia/Vladivostok', [{ date, intervals: [] }]) };
    const onHoliday = await open(dialect, holiday);
    await (await onHoliday.line.callerCalls()).expectPhase('ended');
  });

  test('has a greeting of its own in words, set with its hours and told in the history', async () => {
    const { line, numberId, alla } = await open(dialect, {});
    const closedGreeting = 'Это линия <ArchiMed>. Звоните завтра.';
    await updateCompanyNumber(alla, { numberId, version: 1, hours: never, closedGreeting });
    expect((await listCompanyNumbers(alla)).rows).toMatchObject([{ hours: never, closedGreeting }]);
    const { twiml } = await line.callerCalls();
    expect(twiml).toContain('Это линия &lt;ArchiMed&gt;. Звоните завтра.');
    expect(twiml).not.toContain(defaultCallWords.closedGreeting);
    const { rows } = await listChanges(alla, { noun: 'companyNumber', limit: 1 });
    expect(rows[0]?.fields).toMatchObject({ hours: { from: null }, closedGreeting: { to: closedGreeting } });
    await updateCompanyNumber(alla, { numberId, version: 2, hours: null });
    expect(await (await line.callerCalls()).offeredTo()).toEqual(['anna']);
  });
});

describe.each(dialects)('the words of the company on %s', (dialect) => {
  test('are what callers hear from then on, and nobody but an administrator changes them', async () => {
    const { line, alla } = await open(dialect, {});
    const words = {
      ...defaultCallWords,
      apology: 'Все заняты.',
      messageInvitation: 'Скажите после сигнала.',
    };
    const anna = line.world.as(line.company.as('anna'));
    await expect(updateCallWords(anna, { ...words, version: 0 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await getCallWords(anna)).toEqual({ words: defaultCallWords, version: 0 });
    await updateCallWords(alla, { ...words, version: 0 });
    const call = await line.callerCalls();
    await call.callerJoins();
    await line.pass(120);
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'sayAndEnd', text: 'Все заняты.' });
    expect(await answerVoicemail(line.system(), call)).toEqual({
      kind: 'message',
      callId: call.callId,
      why: defaultCallWords.busyBeforeMessage,
      invitation: 'Скажите после сигнала.',
    });
    const { rows } = await listChanges(alla, { noun: 'callWords', limit: 1 });
    expect(rows[0]?.fields.apology).toEqual({ from: defaultCallWords.apology, to: 'Все заняты.' });
  });
});
