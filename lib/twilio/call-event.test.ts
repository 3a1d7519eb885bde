import { describe, expect, test } from 'vitest';
import { readArrival, readCallStatusFact, readConferenceFact } from './call-event';

const query = new URLSearchParams({ c: 'call1' });
const conference = (name: string, form: Record<string, string> = {}) =>
  readConferenceFact(
    {
      ConferenceSid: 'CF1',
      StatusCallbackEvent: name,
      SequenceNumber: '4',
      Timestamp: 'Fri, 20 Aug 2010 01:13:42 +0000',
      ...form,
    },
    query,
    5,
  );
const caller = { ParticipantLabel: 'caller', CallSid: 'CA1' };
const anna = { ParticipantLabel: 'agent_anna_2', CallSid: 'CA2' };

describe('a conference callback', () => {
  test.each([
    ['conference-start', {}, { type: 'conference.started', conferenceSid: 'CF1' }],
    ['conference-end', {}, { type: 'conference.ended' }],
    ['participant-join', caller, { type: 'caller.joined', conferenceSid: 'CF1', callSid: 'CA1' }],
    ['participant-leave', caller, { type: 'caller.left' }],
    ['participant-hold', caller, { type: 'caller.held', sequence: 4 }],
    ['participant-unhold', caller, { type: 'caller.unheld', sequence: 4 }],
    [
      'participant-join',
      anna,
      { type: 'employee.joined', label: 'agent_anna_2', conferenceSid: 'CF1', legCallSid: 'CA2' },
    ],
    ['participant-leave', anna, { type: 'employee.left', label: 'agent_anna_2', endsCall: false }],
    [
      'participant-leave',
      { ...anna, ReasonParticipantLeft: 'participant_add_failed', ParticipantCallStatus: 'busy' },
      { type: 'employee.notReached', label: 'agent_anna_2', reason: 'busy' },
    ],
    [
      'participant-join',
      { ParticipantLabel: 'ext_3', CallSid: 'CA3' },
      { type: 'outside.joined', label: 'ext_3', conferenceSid: 'CF1', legCallSid: 'CA3' },
    ],
    ['participant-leave', { ParticipantLabel: 'ext_3' }, { type: 'outside.left', label: 'ext_3' }],
    [
      'participant-leave',
      {
        ParticipantLabel: 'ext_3',
        ReasonParticipantLeft: 'participant_add_failed',
        ParticipantCallStatus: 'no-answer',
      },
      { type: 'outside.notReached', label: 'ext_3', reason: 'no-answer' },
    ],
    [
      'participant-mute',
      anna,
      { type: 'participant.changed', name: 'participant-mute', label: 'agent_anna_2' },
    ],
    [
      'participant-hold',
      anna,
      { type: 'participant.changed', name: 'participant-hold', label: 'agent_anna_2' },
    ],
    ['announcement-end', {}, { type: 'conference.changed', name: 'announcement-end', label: '' }],
  ])('%s %o is told in our words', (name, form, event) => {
    expect(conference(name, form).event).toEqual(event);
  });

  test('is known by conference, event and sequence, and by the time it happened', () => {
    expect(conference('participant-join', caller)).toMatchObject({
      dedupeKey: 'CF1:conference-status:participant-join:4',
      callId: 'call1',
      callSid: 'CA1',
      sequenceNumber: 4,
      occurredAt: Date.UTC(2010, 7, 20, 1, 13, 42),
    });
  });

  test('without a readable time or sequence happened when it came', () => {
    expect(conference('conference-end', { Timestamp: 'yesterday', SequenceNumber: '-1' })).toMatchObject({
      occurredAt: 5,
      sequenceNumber: null,
    });
  });
});

describe('a call status callback', () => {
  const status = (CallStatus: string, address: Record<string, string> = {}) =>
    readCallStatusFact({ CallSid: 'CA1', CallStatus, SequenceNumber: '1' }, new URLSearchParams(address), 5);
  const leg = { c: 'call1', leg: 'agent_anna_2' };

  test.each(['completed', 'busy', 'failed', 'no-answer', 'canceled'])('%s ends the caller’s call', (word) => {
    expect(status(word)).toMatchObject({
      callSid: 'CA1',
      callId: null,
      event: { type: 'call.completed', status: word },
    });
  });

  test.each(['queued', 'initiated', 'ringing', 'in-progress', 'something new'])('%s is progress', (word) => {
    expect(status(word).event).toEqual({ type: 'call.progressed', status: word });
    expect(status(word, leg).event).toMatchObject({ type: 'employee.legProgressed' });
  });

  test('of an employee’s leg never ends the call', () => {
    expect(status('completed', leg).event).toEqual({
      type: 'employee.left',
      label: 'agent_anna_2',
      endsCall: false,
    });
    expect(status('busy', leg)).toMatchObject({
      callSid: null,
      callId: 'call1',
      event: { type: 'employee.notReached', reason: 'busy' },
    });
  });

  test('of a leg that was ended while it rang says that nobody was reached', () => {
    const form = { CallSid: 'CA2', CallStatus: 'completed', CallDuration: '0' };
    const { event } = readCallStatusFact(form, new URLSearchParams(leg), 5);
    expect(event).toEqual({ type: 'employee.notReached', label: 'agent_anna_2', reason: 'completed' });
    expect(
      readCallStatusFact({ ...form, CallDuration: '7' }, new URLSearchParams(leg), 5).event,
    ).toMatchObject({
      type: 'employee.left',
    });
  });

  test('is one fact per call, status and sequence', () => {
    expect(status('ringing').dedupeKey).toBe('CA1:call-status:ringing:1');
  });
});

test('an arriving caller’s words are cleaned of what our rows and XML cannot hold', () => {
  expect(readArrival({ CallSid: 'CA1', From: '+7\u00003842', To: '', CallerName: '\uD800IVANOV' })).toEqual({
    callSid: 'CA1',
    from: '+73842',
    to: '',
    forwardedFrom: null,
    callerName: 'IVANOV',
    attestation: null,
  });
});
