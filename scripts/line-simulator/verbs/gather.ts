import { pause } from '../clock/clock.ts';
import { hear } from '../line/hear.ts';
import { elementsOf, type XmlElement } from '../twiml/xml.ts';
import { type Next, type Scope, sourceAt } from './scope.ts';
import { speak } from './speak.ts';

const TIMEOUT_SECONDS = 5;

/** Asks for keys; goes to the action with them, or to the next verb when nothing was pressed. */
export async function gather(scope: Scope, verb: XmlElement): Promise<Next> {
  const digits = await collectDigits(scope, verb);
  if (!digits && verb.attributes.actionOnEmptyResult !== 'true') return 'next';
  return sourceAt(scope, verb.attributes.action ?? '', verb.attributes.method, { Digits: digits }) ?? 'end';
}

/** Plays the prompts and takes keys until enough were pressed, the finishing key came, or nobody pressed on. */
export async function collectDigits(scope: Scope, verb: XmlElement): Promise<string> {
  const { line, call, signal } = scope;
  const most = Number(verb.attributes.numDigits ?? Number.MAX_SAFE_INTEGER);
  const finish = verb.attributes.finishOnKey ?? '#';
  const idleMs = Number(verb.attributes.timeout ?? TIMEOUT_SECONDS) * 1000;
  let digits = '';
  let isFinished = false;
  let interrupt = new AbortController();
  call.takeDigits = (pressed) => {
    for (const key of pressed) {
      if (isFinished) break;
      if (finish.includes(key)) isFinished = true;
      else digits += key;
      if (digits.length >= most) isFinished = true;
    }
    interrupt.abort();
  };
  try {
    try {
      const prompting = AbortSignal.any([signal, interrupt.signal]);
      for (const prompt of elementsOf(verb)) await speak(line, call, prompt, scope.baseUrl, prompting);
    } catch (error) {
      if (signal.aborted || !interrupt.signal.aborted) throw error;
    }
    hear(line, call, 'digits', '', 'Gather');
    while (!isFinished) {
      interrupt = new AbortController();
      try {
        await pause(line.clock, idleMs, AbortSignal.any([signal, interrupt.signal]));
        isFinished = true;
      } catch (error) {
        if (signal.aborted || !interrupt.signal.aborted) throw error;
      }
    }
  } finally {
    call.takeDigits = null;
  }
  return digits;
}
