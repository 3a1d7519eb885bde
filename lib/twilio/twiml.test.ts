import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultCallWords } from '@/lib/domain/settings/call-words';
import { plainText } from './plain-text';
import { holdTwiml, lineTroubleTwiml, renderAnswer, waitTwiml } from './twiml';

describe('what a caller’s line is told', () => {
  test('a room of one’s own: the caller ends it by leaving and never starts it (S0)', () => {
    const twiml = renderAnswer({ kind: 'room', callId: '01CALL', announcement: null });
    expect(twiml).toContain('>c_01call</Conference>');
    expect(twiml).toContain('startConferenceOnEnter="false"');
    expect(twiml).toContain('endConferenceOnExit="true"');
    expect(twiml).toContain('participantLabel="caller"');
    expect(twiml).toContain(
      'waitUrl="/api/twilio/voice/wait?c=01CALL#rc=2&amp;rp=ct,rt,5xx&amp;ct=2000&amp;rt=6000&amp;tt=14000"',
    );
    expect(twiml).toContain('statusCallbackEvent="start end join leave mute hold modify"');
  });

  test('that they are recorded is said to them before all else, once, in the voice of its letters', () => {
    const said = renderAnswer({ kind: 'room', callId: '01CALL', announcement: 'Разговор записывается.' });
    expect(said).toMatch(/<Response><Say language="ru-RU"[^>]*>Разговор записывается\.<\/Say><Dial/);
    const inEnglish = renderAnswer({
      kind: 'room',
      callId: '01CALL',
      announcement: 'This call is recorded.',
    });
    expect(inEnglish).toMatch(/<Response><Say language="en-GB"[^>]*>This call is recorded\.<\/Say><Dial/);
    expect(renderAnswer({ kind: 'room', callId: '01CALL', announcement: null })).not.toContain('<Say');
  });

  test('waiting ends by asking again, since a room whose music ends goes silent', () => {
    expect(waitTwiml('01CALL', 0, null)).toMatch(
      /<Redirect method="POST">[^<]+turn=1#[^<]+<\/Redirect><\/Response>$/,
    );
    expect(holdTwiml('01CALL', 4, null)).toMatch(
      /<Redirect method="POST">[^<]+turn=5#[^<]+<\/Redirect><\/Response>$/,
    );
  });

  test('the place in the queue is said from the second turn on, where it is told', () => {
    expect(waitTwiml('01CALL', 0, 2)).not.toContain('<Say');
    expect(waitTwiml('01CALL', 1, 2)).toContain('Вы второй в очереди.');
    expect(waitTwiml('01CALL', 1, 12)).toContain('Ваш номер в очереди: 12.');
    expect(waitTwiml('01CALL', 1, null)).not.toContain('в очереди');
    expect(holdTwiml('01CALL', 0, 1)).not.toContain('в очереди');
    expect(holdTwiml('01CALL', 3, 1)).toContain('Вы первый в очереди.');
  });

  test('the same poll is answered with the same bytes while the queue stands still', () => {
    expect(waitTwiml('01CALL', 4, 3)).toBe(waitTwiml('01CALL', 4, 3));
    expect(waitTwiml('01CALL', 4, 3)).not.toBe(waitTwiml('01CALL', 4, 2));
  });

  test('only the verbs a conference allows are used while waiting and on hold', () => {
    for (const twiml of [waitTwiml('01CALL', 1, 2), holdTwiml('01CALL', 3, 2)]) {
      const verbs = [...twiml.matchAll(/<([A-Z]\w+)/g)].map(([, verb]) => verb);
      expect(new Set(verbs)).toEqual(new Set(['Response', 'Say', 'Play', 'Redirect']));
    }
  });

  test('every word is spoken in Russian', () => {
    for (const twiml of [
      waitTwiml('01CALL', 1, 2),
      holdTwiml('01CALL', 3, 2),
      lineTroubleTwiml(),
      renderAnswer({ kind: 'apology', words: defaultCallWords.apology }),
      renderAnswer({ kind: 'closed', greeting: defaultCallWords.closedGreeting, canCallBack: false }),
    ]) {
      expect(twiml.match(/<Say language="ru-RU"/g)).toHaveLength(twiml.match(/<Say/g)!.length);
    }
  });

  test('nobody with a withheld number is promised a call back (IN-11)', () => {
    const greeting = defaultCallWords.closedGreeting;
    expect(defaultCallWords.apologyWithheld).not.toContain('перезвоним');
    expect(renderAnswer({ kind: 'closed', greeting, canCallBack: true })).toContain('перезвоним');
    expect(renderAnswer({ kind: 'closed', greeting, canCallBack: false })).not.toContain('перезвоним');
  });

  test('words of the company are said as they are, in the voice of their letters, and nothing in them is markup', () => {
    const twiml = renderAnswer({ kind: 'apology', words: '<Dial>100</Dial> & all the best' });
    expect(twiml).toContain('<Say language="en-GB"');
    expect(twiml).toContain('&lt;Dial&gt;100&lt;/Dial&gt; &amp; all the best');
    const message = renderAnswer({
      kind: 'message',
      callId: '01CALL',
      why: 'Мы заняты.',
      invitation: 'Говорите.',
    });
    expect(message.indexOf('Мы заняты.')).toBeLessThan(message.indexOf('Говорите.'));
    expect(message.indexOf('Говорите.')).toBeLessThan(message.indexOf('<Record'));
  });
});

describe('text from a caller', () => {
  test('loses what XML cannot hold and keeps the rest', () => {
    expect(plainText('Ива\u0000нов\u0007 \uD800<Пётр> \u{1F4DE}')).toBe('Иванов <Пётр> \u{1F4DE}');
  });

  test('is always well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = plainText(text);
        expect(plain.isWellFormed()).toBe(true);
        expect(plain).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  test('cut in the middle of a pair stays well-formed', () => {
    expect(plainText(`${'x'.repeat(9)}\u{1F4DE}`, 10)).toBe('x'.repeat(9));
  });
});
