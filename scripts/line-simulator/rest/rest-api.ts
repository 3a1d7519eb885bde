import type { IncomingMessage, ServerResponse } from 'node:http';
import { type RestEffect, takeFault } from '../line/faults.ts';
import type { Line } from '../line/line.ts';
import { accountRoute } from './account-route.ts';
import { authorize } from './authorize.ts';
import {
  createCallRecording,
  findCallRecording,
  listCallRecordings,
  updateCallRecording,
} from './call-recordings.ts';
import { callResource } from './call-resource.ts';
import { createCall, findCall, listCalls, updateCall } from './calls.ts';
import { CONCURRENCY_MESSAGES } from './concurrency.ts';
import { conferenceResource, findConference, listConferences, updateConference } from './conferences.ts';
import { type Form, readForm } from './form.ts';
import { participantResource } from './participant-resource.ts';
import {
  createParticipant,
  findParticipant,
  listParticipants,
  removeParticipant,
  updateParticipant,
} from './participants.ts';
import { callRecordingResource, findRecording, recordingResource, recordingSound } from './recordings.ts';
import { notFound, RestError } from './rest-error.ts';

type Answer = { status: number; body: Record<string, unknown> | Buffer | null };

/** Twilio's REST API for voice, as far as this line serves it. */
export async function serveRest(
  line: Line,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://line');
  const method = request.method ?? 'GET';
  const path = decodeURI(url.pathname);
  const fault = takeFault(line.faults.rest, ({ match }) => matches(match, method, path));
  const say = (status: number | string) =>
    line.journal.write({
      kind: 'rest',
      text: `${method} ${path.replace(/^.*\/Accounts\/AC[0-9a-f]+/i, '')} → ${status}`,
      detail: {
        query: Object.fromEntries(url.searchParams),
        form: Object.fromEntries(new URLSearchParams(body)),
      },
    });

  if (fault?.effect === 'timeout') return say('no answer');
  let answer: Answer;
  try {
    authorize(line, request.headers.authorization, path);
    const refusal = fault && REFUSALS[fault.effect];
    if (refusal) throw new RestError(...refusal);
    answer = route(line, method, path, url.searchParams, readForm(new URLSearchParams(body)));
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    answer = { status: error.status, body: error.body() };
  }
  if (fault?.effect === 'lost-answer') {
    say(`${answer.status}, lost`);
    response.destroy();
    return;
  }
  say(answer.status);
  response.writeHead(answer.status, {
    'content-type': answer.body instanceof Buffer ? 'audio/x-wav' : 'application/json;charset=utf-8',
    date: new Date(Date.now() + line.account.clockSkewMs).toUTCString(),
    'twilio-request-id': `RQ${crypto.randomUUID().replaceAll('-', '')}`,
    ...(answer.status === 401 ? { 'www-authenticate': 'Basic realm="Twilio API"' } : {}),
    ...(answer.status === 429 ? { 'retry-after': '1' } : {}),
  });
  if (answer.body instanceof Buffer) response.end(answer.body);
  else response.end(answer.body === null ? undefined : JSON.stringify(answer.body));
}

const REFUSALS: Partial<Record<RestEffect, [status: number, code: number, message: string]>> = {
  429: [429, 20429, 'Too Many Requests'],
  10004: [429, 10004, CONCURRENCY_MESSAGES[10004]],
  16021: [429, 16021, CONCURRENCY_MESSAGES[16021]],
  500: [500, 20500, 'Internal Server Error'],
};

function matches(match: string, method: string, path: string): boolean {
  if (match === 'all') return true;
  const [wantedMethod, ending] = match.split(' ');
  return wantedMethod === method && (ending === undefined || path.endsWith(ending));
}

function route(line: Line, method: string, path: string, query: URLSearchParams, form: Form): Answer {
  const ofAccount = accountRoute(line, method, path, query, form);
  if (ofAccount) return { status: 200, body: ofAccount };
  if (line.account.status !== 'active') throw new RestError(403, 20005, 'Account not active');
  const missing = () => notFound(path);
  const [, owner, soundSid] =
    /^\/2010-04-01\/Accounts\/([^/]+)\/Recordings\/(RE[0-9a-f]+)\.wav$/.exec(path) ?? [];
  if (owner === line.settings.accountSid && soundSid && method === 'GET') {
    return { status: 200, body: recordingSound(findRecording(line, soundSid, path)) };
  }
  const [, account, rest] = /^\/2010-04-01\/Accounts\/([^/]+?)(\/.*)?\.json$/.exec(path) ?? [];
  if (account !== line.settings.accountSid) throw missing();
  const parts = (rest ?? '').split('/').slice(1);
  const [resource, sid, sub, key, tooMuch] = parts;
  if (tooMuch !== undefined) throw missing();
  const isGet = method === 'GET';
  const isPost = method === 'POST';
  const ok = (body: Record<string, unknown>, status = 200): Answer => ({ status, body });

  if (resource === 'Calls' && sub === undefined) {
    if (sid === undefined && isPost) return ok(createCall(line, form), 201);
    if (sid === undefined && isGet) return ok(listCalls(line, path, query));
    if (sid === undefined) throw notAllowed();
    const call = findCall(line, sid, path);
    if (isPost) return ok(updateCall(line, call, form));
    if (isGet) return ok(callResource(line, call));
    throw notAllowed();
  }
  if (resource === 'Calls' && sid !== undefined && sub === 'Recordings') {
    const call = findCall(line, sid, path);
    if (key === undefined && isPost) return ok(createCallRecording(line, call, form), 201);
    if (key === undefined && isGet) return ok(listCallRecordings(line, call, path, query));
    if (key === undefined) throw notAllowed();
    const recording = findCallRecording(line, call, key, path);
    if (isPost) return ok(updateCallRecording(line, recording, form));
    if (isGet) return ok(callRecordingResource(line, recording));
    if (method !== 'DELETE') throw notAllowed();
    return deleteRecording(line, recording.sid);
  }
  if (resource === 'Conferences') {
    if (sid === undefined && isGet) return ok(listConferences(line, path, query));
    if (sid === undefined) throw notAllowed();
    if (sub === 'Participants' && key === undefined && isPost)
      return ok(createParticipant(line, sid, form, path), 201);
    const conference = findConference(line, sid, path);
    if (sub === undefined && isPost) return ok(updateConference(line, conference, form));
    if (sub === undefined && isGet) return ok(conferenceResource(line, conference));
    if (sub !== 'Participants') throw missing();
    if (key === undefined && isGet) return ok(listParticipants(line, conference, path, query));
    if (key === undefined) throw notAllowed();
    const participant = findParticipant(conference, key, path);
    if (isPost) return ok(updateParticipant(line, participant, form));
    if (isGet) return ok(participantResource(line, participant));
    if (method !== 'DELETE') throw notAllowed();
    removeParticipant(line, participant);
    return { status: 204, body: null };
  }
  if (resource === 'Recordings' && sid !== undefined && sub === undefined) {
    const recording = findRecording(line, sid, path);
    if (isGet) return ok(recordingResource(line, recording));
    if (method === 'DELETE') return deleteRecording(line, sid);
    throw notAllowed();
  }
  throw missing();
}

function deleteRecording(line: Line, sid: string): Answer {
  line.recordings.delete(sid);
  return { status: 204, body: null };
}

function notAllowed(): RestError {
  return new RestError(405, 20004, 'Method not allowed');
}
