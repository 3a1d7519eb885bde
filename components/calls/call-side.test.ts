import { describe, expect, it } from 'vitest';
import { callAtHand, sideOf } from './call-side';

const offer = { endsAt: 1, purpose: 'inbound' as const };
const me = { id: 'me', name: 'Сидорова А. И.' };
const other = { id: 'other', name: 'Котов П. С.' };

describe('what a call is for the person who looks at it', () => {
  it('rings while it is offered to them, also as a hand-over', () => {
    expect(sideOf({ phase: 'ringing', offer, claimedBy: null, consult: null }, 'me')).toBe('ringing');
    expect(sideOf({ phase: 'handingOver', offer, claimedBy: null, consult: null }, 'me')).toBe('ringing');
  });

  it('is theirs while they place it, and stands with its reason when it came to nothing', () => {
    const placed = { offer: null, claimedBy: me, consult: null, dialFailed: null };
    expect(sideOf({ ...placed, phase: 'connecting' }, 'me')).toBe('joining');
    expect(sideOf({ ...placed, phase: 'dialling' }, 'me')).toBe('dialling');
    expect(sideOf({ ...placed, phase: 'dialling' }, 'other')).toBe('handedOver');
    expect(sideOf({ ...placed, phase: 'ended', claimedBy: null, dialFailed: 'busy' }, 'me')).toBe('inVain');
    expect(sideOf({ ...placed, phase: 'ended' }, 'me')).toBe('unfinished');
  });

  it('is theirs from the claim on, and another’s after the hand-over was taken', () => {
    expect(sideOf({ phase: 'claimed', offer: null, claimedBy: me, consult: null }, 'me')).toBe('joining');
    expect(sideOf({ phase: 'talking', offer: null, claimedBy: me, consult: null }, 'me')).toBe('talking');
    expect(sideOf({ phase: 'talking', offer: null, claimedBy: other, consult: null }, 'me')).toBe(
      'handedOver',
    );
  });

  it('rings, is joined and is a consultation for the colleague who is asked for advice', () => {
    const consult = {
      state: 'ringing' as const,
      department: { id: 'sales', name: 'Отдел продаж', nameEn: 'Sales' },
      number: null,
      employee: me,
      ringing: [me.name],
      endsAt: 1,
      joinedAt: null,
      talksTo: 'colleague' as const,
      completesOnAnswer: false,
    };
    const call = { phase: 'talking' as const, offer: null, claimedBy: other, consult };
    expect(sideOf({ ...call, offer: { endsAt: 1, purpose: 'consult' } }, 'me')).toBe('ringing');
    expect(sideOf(call, 'me')).toBe('handedOver');
    expect(sideOf({ ...call, consult: { ...consult, state: 'joining' } }, 'me')).toBe('joining');
    expect(sideOf({ ...call, consult: { ...consult, state: 'talking' } }, 'me')).toBe('consulted');
    expect(sideOf({ ...call, claimedBy: me }, 'me')).toBe('talking');
  });

  it('is supervised by who is in the conversation of another, until they lead it', () => {
    const supervision = {
      employee: me,
      mode: 'listen' as const,
      expiresAt: 1,
      joinedAt: 1,
      takesOver: false,
      refused: null,
    };
    const call = { phase: 'talking' as const, offer: null, claimedBy: other, consult: null, supervision };
    expect(sideOf(call, 'me')).toBe('supervising');
    expect(sideOf(call, 'other')).toBe('talking');
    expect(sideOf({ ...call, claimedBy: me, supervision: null }, 'me')).toBe('talking');
  });

  it('waits without an offer, and is left to be finished after its end', () => {
    expect(sideOf({ phase: 'ringing', offer: null, claimedBy: null, consult: null }, 'me')).toBe('waiting');
    expect(sideOf({ phase: 'ended', offer: null, claimedBy: null, consult: null }, 'me')).toBe('unfinished');
  });
});

it('the call at hand is the one being talked to, never one that only rings', () => {
  const ringing = { id: 'a', phase: 'ringing' as const, offer, claimedBy: null, consult: null };
  const handingOver = { id: 'b', phase: 'handingOver' as const, offer: null, claimedBy: null, consult: null };
  const talking = { id: 'c', phase: 'talking' as const, offer: null, claimedBy: me, consult: null };
  expect(callAtHand([ringing, handingOver, talking], 'me')).toBe(talking);
  expect(callAtHand([ringing, handingOver], 'me')).toBe(handingOver);
  expect(callAtHand([ringing], 'me')).toBeNull();
});
