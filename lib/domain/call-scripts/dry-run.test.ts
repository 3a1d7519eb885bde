import { expect, test } from 'vitest';
import { currentInboundCall } from './catalog';
import { type DryRun, startDryRun, tellDryRun } from './dry-run';
import type { LineEvent, ReportedEvent } from './events';

const run = (...events: (ReportedEvent | LineEvent)[]): DryRun =>
  events.reduce(tellDryRun, startDryRun(currentInboundCall, 'Анна'));

test('IN-4: an imagined client is led to the specialist they name', () => {
  const told = run(
    { type: 'caller.askedForSupport' },
    { type: 'caller.namedEmployee', employeeId: 'support-present' },
    { type: 'caller.wasClient' },
    { type: 'manager.choseCounterparty', counterpartyId: 'client' },
    { type: 'manager.confirmedCard' },
    { type: 'manager.choseAppeal', appealId: 'open' },
    { type: 'manager.describedAppeal' },
    { type: 'manager.saidGoodbye' },
    { type: 'handOver.answered' },
  );
  expect(told.step).toMatchObject({ name: 'handedOver', ended: true });
  expect(told.path.flatMap(({ effects }) => effects.map(({ type }) => type))).toEqual([
    'writeRecords',
    'settleRoute',
    'handOver',
    'finish',
  ]);
});

test('IN-3: an imagined sales manager who is away leaves the call to the department', () => {
  const told = run(
    { type: 'caller.askedForSalesManager' },
    { type: 'caller.namedEmployee', employeeId: 'sales-away' },
  );
  expect(told.step.target).toEqual({ kind: 'department', departmentKind: 'sales' });
});

test('a refused answer leaves the dry run where it is and says why', () => {
  const told = run({ type: 'caller.askedAboutProducts' }, { type: 'manager.confirmedCard' });
  expect(told.step.name).toBe('fillingCard');
  expect(told.refused).toMatchObject({
    reason: 'missing',
    missing: ['name', 'city', 'contactPerson', 'phone'],
  });
});

test('going back follows the trail', () => {
  const told = run(
    { type: 'caller.askedForSupport' },
    { type: 'caller.wasClient' },
    { type: 'manager.wentBack', to: 'greeting' },
  );
  expect(told).toMatchObject({ step: { name: 'greeting' }, trail: ['greeting'], refused: null });
});

test('an imagined project is taken as it is called', () => {
  const project = { id: 'ArchiMed+', name: 'ArchiMed+' };
  const told = run({ type: 'manager.filledIn', patch: { appeal: { project } } });
  expect(told.conversation.draft.appeal.project).toEqual(project);
});
