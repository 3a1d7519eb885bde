import * as live from '@/app/api/live/route';
import * as callStatus from '@/app/api/twilio/call-status/route';
import * as conferenceStatus from '@/app/api/twilio/conference-status/route';
import * as recordingStatus from '@/app/api/twilio/recording-status/route';
import * as agent from '@/app/api/twilio/voice/agent/route';
import * as callerLeft from '@/app/api/twilio/voice/caller-left/route';
import * as fallback from '@/app/api/twilio/voice/fallback/route';
import * as holdMusic from '@/app/api/twilio/voice/hold/route';
import * as inbound from '@/app/api/twilio/voice/inbound/route';
import * as messageDone from '@/app/api/twilio/voice/vm-done/route';
import * as voicemail from '@/app/api/twilio/voice/voicemail/route';
import * as wait from '@/app/api/twilio/voice/wait/route';
import * as scriptEvents from '@/app/api/v1/calls/[callId]/call-script/events/route';
import * as claim from '@/app/api/v1/calls/[callId]/claim/route';
import * as cancelConsult from '@/app/api/v1/calls/[callId]/consult/cancel/route';
import * as completeConsult from '@/app/api/v1/calls/[callId]/consult/complete/route';
import * as leaveConsult from '@/app/api/v1/calls/[callId]/consult/leave/route';
import * as consultOutside from '@/app/api/v1/calls/[callId]/consult/outside/route';
import * as consult from '@/app/api/v1/calls/[callId]/consult/route';
import * as turnConsult from '@/app/api/v1/calls/[callId]/consult/turn/route';
import * as decline from '@/app/api/v1/calls/[callId]/decline/route';
import * as discard from '@/app/api/v1/calls/[callId]/discard/route';
import * as handOver from '@/app/api/v1/calls/[callId]/hand-over/route';
import * as hangUp from '@/app/api/v1/calls/[callId]/hang-up/route';
import * as hold from '@/app/api/v1/calls/[callId]/hold/route';
import * as mute from '@/app/api/v1/calls/[callId]/mute/route';
import * as pauseRecording from '@/app/api/v1/calls/[callId]/recording/pause/route';
import * as resumeRecording from '@/app/api/v1/calls/[callId]/recording/resume/route';
import * as resume from '@/app/api/v1/calls/[callId]/resume/route';
import * as call from '@/app/api/v1/calls/[callId]/route';
import * as takeBack from '@/app/api/v1/calls/[callId]/take-back/route';
import * as takeOver from '@/app/api/v1/calls/[callId]/take-over/route';
import * as transfer from '@/app/api/v1/calls/[callId]/transfer/route';
import * as unmute from '@/app/api/v1/calls/[callId]/unmute/route';
import * as myCalls from '@/app/api/v1/calls/mine/route';
import * as acceptLead from '@/app/api/v1/leads/[leadId]/accept/route';
import * as declineLead from '@/app/api/v1/leads/[leadId]/decline/route';
import * as leads from '@/app/api/v1/leads/route';
import * as afterCall from '@/app/api/v1/presence/after-call/route';
import * as heartbeat from '@/app/api/v1/presence/heartbeat/route';
import * as presence from '@/app/api/v1/presence/route';

type Handler = (request: Request, route: { params: Promise<object> }) => Promise<Response>;
type Module = Partial<Record<string, unknown>>;

const routes: Record<string, Module> = {
  '/api/twilio/call-status': callStatus,
  '/api/twilio/conference-status': conferenceStatus,
  '/api/twilio/recording-status': recordingStatus,
  '/api/twilio/voice/agent': agent,
  '/api/twilio/voice/caller-left': callerLeft,
  '/api/twilio/voice/fallback': fallback,
  '/api/twilio/voice/hold': holdMusic,
  '/api/twilio/voice/inbound': inbound,
  '/api/twilio/voice/vm-done': messageDone,
  '/api/twilio/voice/voicemail': voicemail,
  '/api/twilio/voice/wait': wait,
  '/api/v1/calls/mine': myCalls,
  '/api/v1/calls/*': call,
  '/api/v1/calls/*/call-script/events': scriptEvents,
  '/api/v1/calls/*/claim': claim,
  '/api/v1/calls/*/consult': consult,
  '/api/v1/calls/*/consult/cancel': cancelConsult,
  '/api/v1/calls/*/consult/complete': completeConsult,
  '/api/v1/calls/*/consult/leave': leaveConsult,
  '/api/v1/calls/*/consult/outside': consultOutside,
  '/api/v1/calls/*/consult/turn': turnConsult,
  '/api/v1/calls/*/decline': decline,
  '/api/v1/calls/*/discard': discard,
  '/api/v1/calls/*/hand-over': handOver,
  '/api/v1/calls/*/hang-up': hangUp,
  '/api/v1/calls/*/hold': hold,
  '/api/v1/calls/*/mute': mute,
  '/api/v1/calls/*/recording/pause': pauseRecording,
  '/api/v1/calls/*/recording/resume': resumeRecording,
  '/api/v1/calls/*/resume': resume,
  '/api/v1/calls/*/take-over': takeOver,
  '/api/v1/calls/*/take-back': takeBack,
  '/api/v1/calls/*/transfer': transfer,
  '/api/v1/calls/*/unmute': unmute,
  '/api/v1/leads': leads,
  '/api/v1/leads/*/accept': acceptLead,
  '/api/v1/leads/*/decline': declineLead,
  '/api/v1/presence': presence,
  '/api/v1/presence/after-call': afterCall,
  '/api/v1/presence/heartbeat': heartbeat,
  '/api/live': live,
};

const nouns: Record<string, string> = { calls: 'callId', leads: 'leadId' };

/** Answers a request as the console's server does: by the route of its path. */
export async function answerByRoute(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const [, noun = '', id] = /^\/api\/v1\/(\w+)\/([^/]+)/.exec(pathname) ?? [];
  const pattern = pathname in routes ? pathname : pathname.replace(`/${id}`, '/*');
  const handler = routes[pattern]?.[request.method] as Handler | undefined;
  if (!handler) return new Response('no such route', { status: 404 });
  try {
    return await handler(request, { params: Promise.resolve(id ? { [nouns[noun] ?? 'id']: id } : {}) });
  } catch (error) {
    console.error(`${request.method} ${pathname} failed`, error);
    return new Response('Internal Server Error', { status: 500 });
  }
}
