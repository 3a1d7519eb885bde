import { describe, expect, it } from 'vitest';
import { callAtHand, sideOf } from './call-side';

const offer = { endsAt: 1, purpose: 'inbound' as const };
const me = { id: 'me', name: 'Сидорова А. И.' };
const other = { id: 'other', name: 'Котов П. С.' };

describe('what a call is for the person who looks at it', () => {
  it('rings while it is offered to them, also as a hand-over', () => {
    expect(sideOf({ phase: 'ringing', offer, claimedBy: null }, 'me')).toBe('ringing');
    expect(sideOf({ phase: 'handingOver', offer, claimedBy: null }, 'me')).toBe('ringing');
  });

  it('is theirs from the claim on, and another’s after the hand-over was taken', () => {
    expect(sideOf({ phase: 'claimed', offer: null, claimedBy: me }, 'me')).toBe('joining');
    expect(sideOf({ phase: 'talking', offer: null, claimedBy: me }, 'me')).toBe('talking');
    expect(sideOf({ phase: 'talking', offer: null, claimedBy: other }, 'me')).toBe('handedOver');
  });

  it('waits without an offer, and is left to be finished after its end', () => {
    expect(sideOf({ phase: 'ringing', offer: null, claimedBy: null }, 'me')).toBe('waiting');
    expect(sideOf({ phase: 'ended', offer: null, claimedBy: null }, 'me')).toBe('unfinished');
  });
});

it('the call at hand is the one being talked to, never one that only rings', () => {
  const ringing = { id: 'a', phase: 'ringing' as const, offer, claimedBy: null };
  const handingOver = { id: 'b', phase: 'handingOver' as const, offer: null, claimedBy: null };
  const talking = { id: 'c', phase: 'talking' as const, offer: null, claimedBy: me };
  expect(callAtHand([ringing, handingOver, talking], 'me')).toBe(talking);
  expect(callAtHand([ringing, handingOver], 'me')).toBe(handingOver);
  expect(callAtHand([ringing], 'me')).toBeNull();
});
