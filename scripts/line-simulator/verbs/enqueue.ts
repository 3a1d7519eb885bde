import { pause, unlessAborted } from '../clock/clock.ts';
import { callParameters } from '../line/call-parameters.ts';
import { hear } from '../line/hear.ts';
import { reportToDebugger } from '../line/line.ts';
import type { Queue, Waiting } from '../line/queue.ts';
import { readTwimlAnswer, TwimlError } from '../twiml/twiml-document.ts';
import { textOf, type XmlElement } from '../twiml/xml.ts';
import { collectDigits } from './gather.ts';
import { absolute, type Next, type Scope, sourceAt } from './scope.ts';
import { speak } from './speak.ts';

const DEFAULT_QUEUE_SIZE = 100;
const SHORTEST_ROUND_MS = 1_000;

/** Lets the caller wait in a queue until they are taken out, leave, or hang up. */
export async function enqueue(scope: Scope, verb: XmlElement): Promise<Next> {
  const { line, call, signal } = scope;
  const queue = queueNamed(scope, textOf(verb), Number(verb.attributes.maxQueueSize ?? DEFAULT_QUEUE_SIZE));
  const enteredAt = line.clock.now();
  const after = (result: string): Next => {
    if (!verb.attributes.action) return 'next';
    const seconds = String(Math.round((line.clock.now() - enteredAt) / 1000));
    return (
      sourceAt(scope, verb.attributes.action, verb.attributes.method, {
        QueueResult: result,
        QueueSid: queue.sid,
        QueueTime: seconds,
      }) ?? 'end'
    );
  };
  if (queue.waiting.length >= queue.maxSize) {
    reportToDebugger(line, { code: 14207, message: `Queue ${queue.name} is full` }, { callSid: call.sid });
    return after('queue-full');
  }

  const music = new AbortController();
  const waiting: Waiting = { call, enteredAt, leave: () => {} };
  const left = new Promise<string>((resolve) => {
    waiting.leave = resolve;
  });
  queue.waiting.push(waiting);
  const remove = () => {
    const index = queue.waiting.indexOf(waiting);
    if (index >= 0) queue.waiting.splice(index, 1);
  };
  call.onEnded.add(remove);
  hear(line, call, 'music', queue.name, 'Enqueue');
  const stopMusic = () => music.abort();
  signal.addEventListener('abort', stopMusic, { once: true });
  void waitInQueue(scope, verb, queue, waiting, music.signal).catch((error) => {
    if (music.signal.aborted) return;
    if (!(error instanceof TwimlError)) throw error;
    reportToDebugger(line, error, { callSid: call.sid });
  });
  try {
    return after(await unlessAborted(signal, left));
  } finally {
    stopMusic();
    remove();
    call.onEnded.delete(remove);
    signal.removeEventListener('abort', stopMusic);
  }
}

function queueNamed(scope: Scope, name: string, maxSize: number): Queue {
  const { line } = scope;
  let queue = line.queues.get(name);
  if (!queue) {
    queue = { sid: line.newSid('QU'), name, maxSize, waiting: [] };
    line.queues.set(name, queue);
  }
  return queue;
}

async function waitInQueue(
  scope: Scope,
  verb: XmlElement,
  queue: Queue,
  waiting: Waiting,
  signal: AbortSignal,
): Promise<void> {
  const { line, call } = scope;
  let address = verb.attributes.waitUrl ? absolute(scope, verb.attributes.waitUrl) : null;
  const method = verb.attributes.waitUrlMethod === 'GET' ? 'GET' : 'POST';
  while (address && queue.waiting.includes(waiting)) {
    const startedAt = line.clock.now();
    const delivery = await line.request(
      {
        address,
        method,
        parameters: { ...callParameters(line, call), ...queueParameters(scope, queue, waiting) },
      },
      { callSid: call.sid, label: 'queue music' },
    );
    signal.throwIfAborted();
    if (delivery.failure || !delivery.answer) {
      reportToDebugger(line, delivery.failure ?? { code: 11200, message: 'No answer' }, {
        callSid: call.sid,
      });
      return;
    }
    const inner: Scope = { ...scope, baseUrl: delivery.url, signal };
    for (const step of readTwimlAnswer(delivery.answer).verbs) {
      if (step.name === 'Leave') return waiting.leave('leave');
      if (step.name === 'Hangup') return waiting.leave('hangup');
      if (step.name === 'Redirect') {
        address = absolute(inner, textOf(step));
        break;
      }
      if (step.name === 'Gather') await collectDigits(inner, step);
      else if (['Say', 'Play', 'Pause'].includes(step.name))
        await speak(line, call, step, delivery.url, signal);
      else
        reportToDebugger(
          line,
          { code: 12200, message: `<${step.name}> is not allowed in a queue's waiting document` },
          { callSid: call.sid },
        );
    }
    const left = SHORTEST_ROUND_MS - (line.clock.now() - startedAt);
    if (left > 0) await pause(line.clock, left, signal);
  }
}

function queueParameters(scope: Scope, queue: Queue, waiting: Waiting): Record<string, string> {
  const now = scope.line.clock.now();
  const seconds = queue.waiting.map(({ enteredAt }) => (now - enteredAt) / 1000);
  const average = seconds.reduce((sum, value) => sum + value, 0) / Math.max(1, seconds.length);
  return {
    QueueSid: queue.sid,
    QueuePosition: String(queue.waiting.indexOf(waiting) + 1),
    QueueTime: String(Math.round((now - waiting.enteredAt) / 1000)),
    AvgQueueTime: String(Math.round(average)),
    CurrentQueueSize: String(queue.waiting.length),
    MaxQueueSize: String(queue.maxSize),
  };
}
