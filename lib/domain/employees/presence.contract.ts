import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { recordId } from '@/lib/domain/text-field';
import { browserPhones, chosenPresences, derivedPresences, unreachableReasons } from './presence';
import { departmentKinds } from './roles';

export const presenceView = z.object({
  employeeId: z.string(),
  name: z.string(),
  departmentId: z.string(),
  departmentKind: z.enum(departmentKinds),
  chosen: z.enum(chosenPresences),
  derived: z.enum(derivedPresences),
  /** Only while `unreachable`: why. */
  unreachable: z.enum(unreachableReasons).nullable(),
  /**
   * The last time an available person's console fell silent: from when until when nothing was heard of it, epoch ms; `until`
   * is null while nothing is. Gone when the person or their head chooses a state.
   */
  silence: z.object({ from: z.number(), until: z.number().nullable() }).nullable(),
  /** When the state began, the derived one before the chosen one, epoch ms. */
  since: z.number(),
  /**
   * Since when no call can ring at a person who chose to be available, epoch ms; null: one can, or they never were here
   * since they chose it.
   */
  outOfReachSince: z.number().nullable(),
  absentUntil: z.number().nullable(),
  /** While `afterCall`: when calls are offered again, epoch ms. */
  afterCallUntil: z.number().nullable(),
  substituteId: z.string().nullable(),
  substituteName: z.string().nullable(),
  /** Would be offered a call now. */
  isAvailable: z.boolean(),
});

export type PresenceView = z.infer<typeof presenceView>;

const presenceChoice = z.object({
  chosen: z.enum(chosenPresences),
  /** Only with `absent`: when the person is expected back, epoch ms. */
  absentUntil: z.int('invalid').nullable().default(null),
  /** Only with `absent`: who gets the person’s calls and open next reactions (CS-9). Left out: unchanged. */
  substituteId: recordId.nullable().optional(),
});

export type PresenceChoice = z.infer<typeof presenceChoice>;

const heartbeat = z.object({
  /** As the live stream named it in its event `connection`. */
  connectionId: recordId,
  /** The telephone in this tab. */
  browserPhone: z.enum(browserPhones),
});

export type Heartbeat = z.infer<typeof heartbeat>;

export const presenceContracts = {
  list: contract({
    method: 'get',
    path: '/presence',
    summary: 'Everybody’s presence and time in state',
    query: z.object({ departmentId: z.string().max(40).optional() }),
    response: z.object({ now: z.number(), rows: z.array(presenceView) }),
  }),
  choose: contract({
    method: 'put',
    path: '/presence',
    summary: 'Chooses one’s own presence',
    body: presenceChoice,
    response: presenceView,
  }),
  heartbeat: contract({
    method: 'post',
    path: '/presence/heartbeat',
    summary:
      'Says every 10 s that a console is alive, and whether its telephone is; after 25 s without it no call rings there',
    body: heartbeat,
    response: z.object({ now: z.number() }),
  }),
  changeAfterCall: contract({
    method: 'post',
    path: '/presence/after-call',
    summary: 'Takes one more minute after a call, or is ready for the next one at once',
    body: z.object({ change: z.enum(['extend', 'end']) }),
    response: presenceView,
  }),
  chooseForOther: contract({
    method: 'put',
    path: '/presence/{employeeId}',
    summary: 'A head changes the presence of somebody of their department; it is written into the history',
    params: z.object({ employeeId: recordId }),
    body: presenceChoice,
    response: presenceView,
  }),
};
