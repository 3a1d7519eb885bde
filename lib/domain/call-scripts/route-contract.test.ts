import { expect, test } from 'vitest';
import { callRoutes } from '@/lib/domain/calls/route';
import { checkRouteContract, RouteContractBroken, routeContracts, type Written } from './route-contract';
import { kotov } from './testing';

const commercial: Written = {
  cards: ['new'],
  appeals: ['new'],
  reactions: ['incomingCall'],
  nextReactions: [[{ responsible: { kind: 'department', departmentKind: 'sales' }, dueSetting: 'minute' }]],
  handOver: { kind: 'department', departmentKind: 'sales' },
  concerned: null,
  callerLeft: false,
};
const nothing: Written = {
  cards: [],
  appeals: [],
  reactions: [],
  nextReactions: [],
  handOver: null,
  concerned: null,
  callerLeft: false,
};
const complaint: Written = {
  ...commercial,
  reactions: ['complaint'],
  nextReactions: [
    [{ responsible: { kind: 'headOf', departmentKind: 'support' }, dueSetting: 'atOnce' }],
    [{ responsible: { kind: 'generalDirector' }, dueSetting: 'atOnce' }],
  ],
  handOver: null,
  concerned: 'support',
};
const bothReadings = complaint.nextReactions.flat();

test('every route has its contract', () => {
  expect(Object.keys(routeContracts).sort()).toEqual([...callRoutes].sort());
});

test.each<[string, Parameters<typeof checkRouteContract>]>([
  ['IN-2: a commercial call', ['commercial', commercial]],
  [
    'IN-2: a commercial call on what there was',
    ['commercial', { ...commercial, cards: ['existing'], appeals: ['existing'] }],
  ],
  [
    'IN-3: a plain transfer to the person',
    ['salesManager', { ...nothing, handOver: { kind: 'employee', ...kotov } }],
  ],
  ['IN-6: a call whose caller is gone', ['commercial', { ...commercial, handOver: null, callerLeft: true }]],
  ['SA-3: a complaint', ['complaint', complaint]],
  [
    'SA-3: a complaint whose head is the general director',
    ['complaint', { ...complaint, nextReactions: [bothReadings, bothReadings] }],
  ],
  ['IN-9: a call without business', ['noBusiness', nothing]],
])('%s keeps its contract', (_, [route, written]) => {
  expect(() => checkRouteContract(route, written)).not.toThrow();
});

test.each<[string, Parameters<typeof checkRouteContract>]>([
  ['IN-2: uses two cards', ['commercial', { ...commercial, cards: ['new', 'existing'] }]],
  ['IN-2: makes no appeal', ['commercial', { ...commercial, appeals: [] }]],
  [
    'IN-2: writes a second reaction',
    ['commercial', { ...commercial, reactions: ['incomingCall', 'incomingCall'] }],
  ],
  ['IN-2: leaves no next reaction', ['commercial', { ...commercial, nextReactions: [] }]],
  [
    'IN-2: lets the next reaction lie with support',
    [
      'commercial',
      {
        ...commercial,
        nextReactions: [
          [{ responsible: { kind: 'department', departmentKind: 'support' }, dueSetting: 'minute' }],
        ],
      },
    ],
  ],
  [
    'IN-2: makes the next reaction due at another time',
    [
      'commercial',
      {
        ...commercial,
        nextReactions: commercial.nextReactions.map((readings) =>
          readings.map((next) => ({ ...next, dueSetting: 'atAnotherTime' as const })),
        ),
      },
    ],
  ],
  ['IN-2: hands nobody over', ['commercial', { ...commercial, handOver: null }]],
  [
    'IN-3: writes a card',
    ['salesManager', { ...nothing, cards: ['new'], handOver: { kind: 'employee', ...kotov } }],
  ],
  [
    'IN-4: makes a new card for a client',
    ['support', { ...commercial, handOver: { kind: 'department', departmentKind: 'support' } }],
  ],
  [
    'IN-5: hands over',
    ['cooperation', { ...commercial, handOver: { kind: 'department', departmentKind: 'management' } }],
  ],
  ['IN-6: hands over a caller who is gone', ['commercial', { ...commercial, callerLeft: true }]],
  [
    'SA-3: tells one person of two as head, and nobody as director',
    ['complaint', { ...complaint, nextReactions: [bothReadings, complaint.nextReactions[0]!, bothReadings] }],
  ],
  ['IN-9 (b): tells the head of another department', ['complaint', { ...complaint, concerned: 'sales' }]],
  [
    'SA-3: tells only the head',
    ['complaint', { ...complaint, nextReactions: complaint.nextReactions.slice(0, 1) }],
  ],
])('a route that %s is refused', (_, [route, written]) => {
  expect(() => checkRouteContract(route, written)).toThrow(RouteContractBroken);
});
