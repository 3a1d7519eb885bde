import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { employeeOf } from './appeals';
import type { CallKind, PlannedCall } from './call-kinds';
import type { Chronicle } from './chronicle';
import { askedEmployee, filledIn, type Lines, newAppeal, newCard, openAppeal, usingCard } from './lines';
import { inventTopic } from './subjects';
import { inventComplaint, inventEndReason, inventUnlisted } from './subjects-of-calls';

/** What is said in a call of this kind, from the greeting to the closing words, which follow. */
export function linesOf(chronicle: Chronicle, call: PlannedCall, isNumberShown: boolean): Lines {
  const { random } = chronicle;
  const { counterparty } = call;
  const asNew = (kind: DepartmentKind): Lines => [
    ...newCard(counterparty, isNumberShown),
    ...newAppeal(chronicle, counterparty, kind),
  ];
  const inSupport = (): Lines => [
    { type: 'caller.askedForSupport' },
    { type: counterparty.status === 'dealer' ? 'caller.wasDealer' : 'caller.wasClient' },
    ...(random.chance(0.3) ? [asking(chronicle, 'support')] : []),
    ...usingCard(counterparty),
  ];
  switch (call.kind) {
    case 'commercialNew':
    case 'commercialReturned':
    case 'hungUpFinished':
      return [{ type: 'caller.askedAboutProducts' }, ...asNew('sales')];
    case 'commercialKnown':
      return [
        { type: 'caller.askedAboutProducts' },
        ...usingCard(counterparty),
        ...newAppeal(chronicle, counterparty, 'sales', inventTopic(random, 'sales', counterparty.project)),
      ];
    case 'continued':
      return [...inSupport(), ...openAppeal(chronicle, call.appeal!)];
    case 'supportClient':
      return [
        ...inSupport(),
        ...newAppeal(
          chronicle,
          counterparty,
          'support',
          inventTopic(random, 'support', counterparty.project),
        ),
      ];
    case 'supportNeither':
      return [{ type: 'caller.askedForSupport' }, { type: 'caller.wasNeither' }, ...asNew('sales')];
    case 'salesManager':
      return [{ type: 'caller.askedForSalesManager' }, asking(chronicle, 'sales')];
    case 'employee':
      return [{ type: 'caller.askedForEmployee' }, asking(chronicle, 'client')];
    case 'cooperation':
      return [
        { type: 'caller.proposedCooperation' },
        ...asNew('management'),
        { type: 'manager.promisedCall' },
      ];
    case 'unclear':
      return [
        { type: 'caller.saidSomethingElse', words: inventUnlisted(random) },
        ...asNew('management'),
        { type: 'manager.promisedCall' },
      ];
    case 'complaint':
      return [
        { type: 'caller.complained' },
        filledIn({ complaint: inventComplaint(random) }),
        { type: 'manager.tookDownComplaint' },
        ...usingCard(counterparty),
        ...newAppeal(chronicle, counterparty, 'client'),
        { type: 'manager.keptCall' },
      ];
    case 'noBusiness':
      return [
        { type: 'caller.hadNoBusiness' },
        { type: 'caller.hadNoBusiness', reason: inventEndReason(random) },
      ];
    case 'hungUpUnfinished':
      return [
        { type: 'caller.askedAboutProducts' },
        ...usingCard(counterparty).slice(0, random.between(1, 2)),
      ];
    case 'discarded':
      return [{ type: 'caller.askedAboutProducts' }];
    case 'missed':
    case 'abandoned':
      return [];
  }
}

function asking(chronicle: Chronicle, kind: 'sales' | 'support' | 'client'): Lines[number] {
  return { type: 'caller.namedEmployee', employee: askedEmployee(employeeOf(chronicle, kind), true) };
}

export const isAnswered = (kind: CallKind | 'continued') => kind !== 'missed' && kind !== 'abandoned';
