import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connectLive, silentAfterMs } from './live-connection';

class FakeSource extends EventTarget {
  static opened: FakeSource[] = [];
  readyState = 1;
  isClosed = false;
  constructor(readonly url: string) {
    super();
    FakeSource.opened.push(this);
  }
  close() {
    this.isClosed = true;
  }
  says(type: string, data: unknown = {}, id = '') {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId: id }));
  }
}

beforeEach(() => {
  FakeSource.opened = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const connect = () => connectLive({ after: 7, open: (url) => new FakeSource(url) as unknown as EventSource });
const newest = () => FakeSource.opened.at(-1)!;

test('a stream begins at the cursor the page was read at and goes on after the last id it heard', () => {
  const live = connect();
  const heard: unknown[] = [];
  live.onNews((news) => heard.push(news));
  expect(newest().url).toBe('/api/live?after=7');
  newest().says('news', { noun: 'call', nounId: 'a' }, '9');
  newest().dispatchEvent(new Event('error'));
  vi.advanceTimersByTime(2000);
  expect(newest().url).toBe('/api/live?after=9');
  expect(heard).toEqual([{ noun: 'call', nounId: 'a' }]);
  live.close();
});

test('a stream that says nothing, not even a heartbeat, shows as lost within twenty seconds and is opened anew', () => {
  const live = connect();
  newest().says('beat', { now: 1 });
  expect(live.state()).toBe('open');
  vi.advanceTimersByTime(silentAfterMs + 1000);
  expect(silentAfterMs + 1000).toBeLessThan(20_000);
  expect(live.state()).toBe('lost');
  expect(FakeSource.opened).toHaveLength(2);
  expect(FakeSource.opened[0]!.isClosed).toBe(true);
  newest().says('beat', { now: 2 });
  expect(live.state()).toBe('open');
  live.close();
});

test('a server that refuses is asked again and again, ever more slowly', () => {
  const live = connect();
  for (let failure = 0; failure < 5; failure++) {
    newest().dispatchEvent(new Event('error'));
    vi.advanceTimersByTime(11_000);
  }
  expect(FakeSource.opened.length).toBe(6);
  expect(live.state()).toBe('lost');
  live.close();
  vi.advanceTimersByTime(60_000);
  expect(FakeSource.opened.length).toBe(6);
});

test('a heartbeat brings the server’s clock, and a stream that failed is told, each time', () => {
  const live = connect();
  const clocks: number[] = [];
  let failures = 0;
  live.onBeat((now) => clocks.push(now));
  live.onFailure(() => failures++);
  newest().says('beat', { now: 123 });
  newest().dispatchEvent(new Event('error'));
  vi.advanceTimersByTime(11_000);
  newest().dispatchEvent(new Event('error'));
  expect(clocks).toEqual([123]);
  expect(failures).toBe(2);
  live.close();
});
