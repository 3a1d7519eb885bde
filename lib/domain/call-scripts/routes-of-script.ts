import type { AnyStateNode } from 'xstate';
import { type CallRoute, callRoutes } from '@/lib/domain/calls/route';
import type { CallScript } from './call-script';
import {
  type AfterReturn,
  callerStatuses,
  type Purpose,
  type Subject,
  startConversation,
} from './conversation';
import { routeOf } from './route';

/** Without parameters it is its name alone. */
type Action = string | { type: string; params?: unknown };

/** The routes a conversation by this chart may come out on, as far as the chart itself decides them. */
export function routesOfScript({ machine }: Pick<CallScript, 'machine'>): CallRoute[] {
  const nodes = [machine.root, ...(Object.values(machine.states) as AnyStateNode[])];
  const actions = nodes.flatMap((node) =>
    [...node.transitions.values()].flat().flatMap((transition) => transition.actions as readonly Action[]),
  );
  const start = startConversation({ managerName: '', callerPhone: null });
  const isPromised = actions.some(
    (action) =>
      typeof action !== 'string' &&
      action.type === 'agree' &&
      (action.params as Partial<AfterReturn>).kind === 'callBackPromised',
  );
  const conversations = actions
    .flatMap(purposesOf)
    .flatMap((purpose) =>
      [null, ...callerStatuses].flatMap((callerStatus) =>
        [undefined, parcel].map((subject) => ({ ...start, purpose, callerStatus, subject })),
      ),
    );
  const possible = new Set(conversations.map(routeOf));
  if (isPromised) possible.add('callBack');
  return callRoutes.filter((route) => possible.has(route));
}

const parcel: Subject = {
  id: '',
  productName: '',
  hasParcel: true,
  email: '',
  deliveryOn: '',
  today: '',
};

function purposesOf(action: Action): Purpose[] {
  if (typeof action === 'string') return action === 'takeComplaint' ? ['complaint'] : [];
  return action.type === 'takePurpose' ? [(action.params as { purpose: Purpose }).purpose] : [];
}
