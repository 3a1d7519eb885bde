import { describe, expect, it } from 'vitest';
import type { ReportedEvent } from '@/lib/domain/call-scripts/events';
import { AnswerQueue } from './answer-queue';

const askedAboutProducts: ReportedEvent = { type: 'caller.askedAboutProducts' };
const confirmedCard: ReportedEvent = { type: 'manager.confirmedCard' };
const hadNoBusiness = (reason: 'silence' | 'courier'): ReportedEvent => ({
  type: 'caller.hadNoBusiness',
  reason,
});

/** A queue beside a server that answers when told. */
function queueBesideServer() {
  const queue = new AnswerQueue();
  const sent: { name: string; answer: PromiseWithResolvers<boolean> }[] = [];
  return {
    press(step: string, event: ReportedEvent) {
      const name = `${step} ${'reason' in event ? event.reason : event.type}`;
      return queue.press(step, event, () => {
        const answer = Promise.withResolvers<boolean>();
        sent.push({ name, answer });
        return answer.promise;
      });
    },
    /** What has been sent, as soon as everything that can go has gone. */
    async sent() {
      await new Promise(setImmediate);
      return sent.map(({ name }) => name);
    },
    last: () => sent.at(-1)!.answer,
  };
}

describe('the answers a manager presses', () => {
  it('are sent one at a time: what is pressed while an answer is on its way goes after it', async () => {
    const { press, sent, last } = queueBesideServer();
    const first = press('greeting', hadNoBusiness('silence'));
    const second = press('greeting', askedAboutProducts);
    const third = press('greeting', confirmedCard);
    expect(await sent()).toEqual(['greeting silence']);
    last().resolve(true);
    expect(await sent()).toEqual(['greeting silence', 'greeting caller.askedAboutProducts']);
    last().resolve(false);
    expect(await sent()).toHaveLength(3);
    last().resolve(true);
    expect(await Promise.all([first, second, third])).toEqual([true, false, true]);
  });

  it('are sent once when pressed twice, and both presses hear the outcome', async () => {
    const { press, sent, last } = queueBesideServer();
    const presses = [press('greeting', askedAboutProducts), press('greeting', { ...askedAboutProducts })];
    expect(await sent()).toHaveLength(1);
    last().resolve(false);
    expect(await Promise.all(presses)).toEqual([false, false]);
    expect(await sent()).toHaveLength(1);
  });

  it('are sent once also when another was pressed in between, be it on its way or waiting', async () => {
    const { press, sent, last } = queueBesideServer();
    void press('closing', hadNoBusiness('silence'));
    void press('closing', hadNoBusiness('courier'));
    void press('closing', hadNoBusiness('silence'));
    void press('closing', hadNoBusiness('courier'));
    await sent();
    last().resolve(true);
    await sent();
    last().resolve(true);
    expect(await sent()).toEqual(['closing silence', 'closing courier']);
  });

  it('are others at another step, with other content, or once the first is settled', async () => {
    const { press, sent, last } = queueBesideServer();
    void press('fillingCard', confirmedCard);
    void press('findingCard', confirmedCard);
    await sent();
    last().resolve(true);
    await sent();
    last().resolve(true);
    await sent();
    void press('findingCard', confirmedCard);
    expect(await sent()).toEqual([
      'fillingCard manager.confirmedCard',
      'findingCard manager.confirmedCard',
      'findingCard manager.confirmedCard',
    ]);
  });

  it('go on after one that broke off, which alone hears of it', async () => {
    const { press, sent, last } = queueBesideServer();
    const broken = press('greeting', askedAboutProducts);
    const next = press('greeting', confirmedCard);
    await sent();
    last().reject(new Error('out of memory'));
    await expect(broken).rejects.toThrow('out of memory');
    expect(await sent()).toHaveLength(2);
    last().resolve(true);
    expect(await next).toBe(true);
  });
});
