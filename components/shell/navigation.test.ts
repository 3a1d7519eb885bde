import { describe, expect, it } from 'vitest';
import { currentEntry } from './navigation';

const entries = [{ href: '/calls' }, { href: '/calls/unfinished' }, { href: '/reactions' }];

describe('the place one is at', () => {
  it.each([
    ['/calls', '/calls'],
    ['/calls/01J', '/calls'],
    ['/calls/unfinished', '/calls/unfinished'],
    ['/reactions', '/reactions'],
    ['/callsign', undefined],
  ])('at %s is %s', (pathname, href) => {
    expect(currentEntry(entries, pathname)?.href).toBe(href);
  });
});
