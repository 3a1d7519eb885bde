import type { Participant } from '../line/conference.ts';
import type { Line } from '../line/line.ts';
import { twilioDate } from '../line/twilio-date.ts';

/** A participant the way Twilio's REST API shows it. */
export function participantResource(line: Line, participant: Participant): Record<string, unknown> {
  const { accountSid } = line.settings;
  const { call, conference } = participant;
  return {
    account_sid: accountSid,
    call_sid: call.sid,
    label: participant.label,
    call_sid_to_coach: participant.callSidToCoach,
    coaching: participant.coaching,
    conference_sid: conference.sid,
    date_created: twilioDate(participant.createdAt),
    date_updated: twilioDate(participant.updatedAt),
    end_conference_on_exit: participant.endConferenceOnExit,
    muted: participant.muted,
    hold: participant.hold,
    start_conference_on_enter: participant.startConferenceOnEnter,
    status: participant.status,
    queue_time: null,
    uri: `/2010-04-01/Accounts/${accountSid}/Conferences/${conference.sid}/Participants/${call.sid}.json`,
  };
}
