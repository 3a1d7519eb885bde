import { setUpAccount } from '../line/account.ts';
import type { Call } from '../line/call.ts';
import { hasEnded } from '../line/call.ts';
import { deskPhone, deskPhones, operatePhone, phoneKey } from '../line/desk-phone.ts';
import { endCall } from '../line/end-call.ts';
import { noFaults } from '../line/faults.ts';
import { hangUp } from '../line/hang-up.ts';
import type { Line } from '../line/line.ts';
import { firstTone } from '../media/first-tone.ts';
import { hearFor } from '../media/hear-for.ts';
import { analyse } from '../media/listen.ts';
import { connectMicrophone, disconnectMicrophone } from '../media/microphone.ts';
import { ControlError } from './control-error.ts';
import { defectsOf } from './read-defects.ts';
import { readFaults } from './read-faults.ts';
import { changePhone, type Input, listeningMs, placeCallFrom, textOf, toneOf } from './read-input.ts';
import { callDetail, callView, conferenceView, phoneView, sessionView, stateView } from './views.ts';

type Answer = { status: number; body: unknown };

/** What the page, the shell and tests do with the line. Throws ControlError. */
export function control(
  line: Line,
  method: string,
  path: string,
  query: URLSearchParams,
  input: Input,
): Answer | Promise<Answer> {
  const [noun, id, act] = path
    .split('/')
    .slice(2)
    .map((part) => decodeURIComponent(part));
  const ok = (body: unknown, status = 200): Answer => ({ status, body });
  switch (`${method} ${noun}${id === undefined ? '' : '/:id'}${act === undefined ? '' : `/${act}`}`) {
    case 'GET state':
      return ok(stateView(line));
    case 'GET calls':
      return ok([...line.calls.values()].map((call) => callView(line, call)));
    case 'POST calls':
      return ok(callView(line, placeCallFrom(line, input)), 201);
    case 'GET calls/:id':
      return ok(callDetail(line, callOf(line, id)));
    case 'POST calls/:id/hang-up': {
      const call = openCallOf(line, id);
      hangUp(line, call);
      return ok(callView(line, call));
    }
    case 'POST calls/:id/digits': {
      const call = callOf(line, id);
      if (!call.takeDigits) throw new ControlError(409, 'Nothing waits for keys');
      call.takeDigits(textOf(input, 'digits') ?? '');
      return ok(callView(line, call));
    }
    case 'POST calls/:id/tone': {
      const call = openCallOf(line, id);
      line.exchange.soundTone(call, toneOf(input));
      return ok(callView(line, call));
    }
    case 'GET calls/:id/sound':
      return hearFor(line.exchange, openCallOf(line, id), listeningMs(query)).then((sound) =>
        ok(analyse(sound)),
      );
    case 'GET calls/:id/first-tone':
      return firstTone(line.exchange, openCallOf(line, id), {
        hz: toneOf({ hz: Number(query.get('hz')) }) ?? 0,
        withinMs: listeningMs(query),
        now: Date.now,
      }).then((at) => ok({ at }));
    case 'POST calls/:id/microphone': {
      const offer = textOf(input, 'sdp');
      if (!offer) throw new ControlError(400, 'sdp is missing: the offer of a browser');
      return connectMicrophone(line, openCallOf(line, id), offer).then(
        (sdp) => ok({ sdp }),
        (error) => {
          throw error instanceof RangeError ? new ControlError(400, error.message) : error;
        },
      );
    }
    case 'DELETE calls/:id/microphone':
      disconnectMicrophone(callOf(line, id));
      return ok(null, 204);
    case 'GET browsers':
      return ok([...line.sessions].map(sessionView));
    case 'POST browsers/:id/cut': {
      const sessions = [...line.sessions].filter(({ bearer }) => bearer?.identity === id);
      for (const session of sessions) session.cut();
      return ok(sessions.map(sessionView));
    }
    case 'GET conferences':
      return ok([...line.conferences.values()].map(conferenceView));
    case 'GET phones':
      return ok(deskPhones(line).map(phoneView));
    case 'GET phones/:id':
      return ok(phoneView(deskPhone(line, id!)));
    case 'PUT phones/:id':
      return ok(phoneView(changePhone(line, id!, input)));
    case 'DELETE phones/:id': {
      if (line.phones.get(phoneKey(id!))?.call) throw new ControlError(409, 'The telephone is in use');
      line.phones.delete(phoneKey(id!));
      return ok(null, 204);
    }
    case 'POST phones/:id/answer':
    case 'POST phones/:id/busy':
    case 'POST phones/:id/no-answer':
    case 'POST phones/:id/hang-up': {
      const phone = deskPhone(line, id!);
      if (!operatePhone(line, phone, act as 'answer' | 'busy' | 'no-answer' | 'hang-up'))
        throw new ControlError(409, `The telephone cannot do that now: ${phoneView(phone).state}`);
      return ok(phoneView(phone));
    }
    case 'GET faults':
      return ok(line.faults);
    case 'PUT faults':
      line.faults = readFaults(line.faults, input);
      line.journal.write({
        kind: 'fault',
        text: JSON.stringify({ ...line.faults, behaviours: undefined }),
        detail: { ...line.faults },
      });
      return ok(line.faults);
    case 'DELETE faults':
      line.faults = noFaults();
      line.journal.write({ kind: 'fault', text: '{}' });
      return ok(line.faults);
    case 'GET account':
      return ok({ defects: line.account.defects });
    case 'PUT account': {
      const defects = defectsOf(input);
      setUpAccount(line, defects);
      line.journal.write({ kind: 'fault', text: `account: ${defects.join(', ') || 'right'}` });
      return ok({ defects });
    }
    case 'GET log': {
      const after = Number(query.get('after') ?? 0);
      return ok(line.journal.entries.filter((entry) => entry.id > after));
    }
    case 'POST reset':
      reset(line);
      return ok(stateView(line));
    default:
      throw new ControlError(404, `There is no ${method} ${path}`);
  }
}

function openCallOf(line: Line, sid: string | undefined): Call {
  const call = callOf(line, sid);
  if (hasEnded(call)) throw new ControlError(409, 'The call is over');
  return call;
}

function callOf(line: Line, sid: string | undefined): Call {
  const call = line.calls.get(sid ?? '');
  if (!call) throw new ControlError(404, `There is no call ${sid}`);
  return call;
}

/** Ends every call, with its callbacks, forgets faults, telephones and history, and puts the account right. */
function reset(line: Line): void {
  line.faults = noFaults();
  for (const call of line.calls.values()) if (!hasEnded(call)) endCall(line, call, 'completed');
  for (const send of line.heldBack.splice(0)) send();
  line.calls.clear();
  line.conferences.clear();
  line.phones.clear();
  line.queues.clear();
  setUpAccount(line, []);
}
