import { trailOf } from './call-script';
import { currentInboundCall, type ScriptRef } from './catalog';
import type { AskedEmployee, Conversation, ConversationStart, Subject } from './conversation';
import type { KnownCard } from './draft';
import type { ScriptEffect } from './effects';
import type { ScriptEvent } from './events';
import { checkRouteContract } from './route-contract';
import { answer, begin, type Moved, type Refused } from './run';

/** An event as a test says it: going back finds its trail in the log, as the operation does. */
export type Said =
  | Exclude<ScriptEvent, { type: 'manager.wentBack' }>
  | { type: 'manager.wentBack'; to: string };

/** A conversation by a call script, the current inbound one unless said, kept as JSON between any two events. */
export class Talk {
  private moved: Moved;
  private readonly log: { event: Said; nextStep: string }[] = [];
  readonly effects: ScriptEffect[] = [];

  constructor(
    start: Partial<ConversationStart> = {},
    private readonly ref: ScriptRef = currentInboundCall,
  ) {
    this.moved = begin(ref, { managerName: 'Анна', callerPhone: null, ...start });
  }

  /** Says everything in turn. @throws Error at the first event the script refuses */
  say(...events: readonly Said[]): this {
    for (const event of events) {
      const answered = this.tell(event);
      if (!answered.ok) {
        throw new Error(
          `${event.type} was refused at ${this.step.name}: ${answered.reason} ${answered.missing}`,
        );
      }
    }
    return this;
  }

  tell(event: Said): Moved | Refused {
    const kept = JSON.parse(JSON.stringify(this.moved.snapshot));
    const told = event.type === 'manager.wentBack' ? { ...event, trail: this.trail } : event;
    const before = this.moved.conversation;
    const answered = answer(this.ref, kept, told);
    if (answered.ok) {
      this.moved = answered;
      this.log.push({ event, nextStep: answered.step.name });
      this.effects.push(...answered.effects);
      holdAgainstContract(answered.effects, before);
    }
    return answered;
  }

  get snapshot() {
    return this.moved.snapshot;
  }

  get step() {
    return this.moved.step;
  }

  get conversation() {
    return this.moved.conversation;
  }

  get trail(): string[] {
    return trailOf('greeting', this.log);
  }

  /** What was ordered so far, a short line each. */
  get told(): string[] {
    return this.effects.flatMap(linesOf);
  }
}

/** What the operation does with the effects of a goodbye. */
function holdAgainstContract(effects: readonly ScriptEffect[], { callerLeft, draft }: Conversation) {
  const settled = effects.find((effect) => effect.type === 'settleRoute');
  if (!settled) return;
  const plan = effects.find((effect) => effect.type === 'writeRecords')?.plan;
  const handOver = effects.find((effect) => effect.type === 'handOver')?.to ?? null;
  checkRouteContract(settled.route, {
    cards: plan ? [plan.counterparty.use] : [],
    appeals: plan ? [plan.appeal.use] : [],
    reactions: plan ? [plan.reaction.type] : [],
    nextReactions: plan?.nextReactions.map((next) => [next]) ?? [],
    handOver,
    concerned: draft.complaint.departmentKind,
    callerLeft,
  });
}

function linesOf(effect: ScriptEffect): string[] {
  switch (effect.type) {
    case 'writeRecords': {
      const { counterparty, appeal, reaction, nextReactions } = effect.plan;
      const card =
        counterparty.use === 'new'
          ? counterparty.fields.name
          : [counterparty.id, ...Object.keys(counterparty.complete)].join(', ');
      return [
        `card: ${counterparty.use} ${card}`,
        `appeal: ${appeal.use} ${appeal.use === 'new' ? appeal.topic : appeal.id}`,
        `reaction: ${reaction.type}`,
        ...nextReactions.map(({ responsible, dueSetting }) => {
          const whom = 'departmentKind' in responsible ? ` ${responsible.departmentKind}` : '';
          return `next: ${responsible.kind}${whom} ${dueSetting}`;
        }),
      ];
    }
    case 'settleRoute':
      return [`route: ${effect.route}`];
    case 'handOver':
      return [`hand over: ${effect.to.kind === 'employee' ? effect.to.name : effect.to.departmentKind}`];
    case 'rewriteNote':
      return [`note: ${effect.from} → ${effect.to}`];
    case 'rerouteNextReaction':
      return [`reroute: ${effect.departmentKind}`];
    case 'promiseCallBack':
      return [`call back: ${effect.departmentKind}`];
    case 'keepUnlistedAnswer':
      return [`words: ${effect.words}`];
    case 'finish':
      return [`finish: ${effect.outcome}`];
    default:
      return [effect.type];
  }
}

export const kotov: AskedEmployee = {
  employeeId: 'kotov',
  name: 'Котов',
  departmentKind: 'sales',
  present: true,
};
export const lis: AskedEmployee = {
  employeeId: 'lis',
  name: 'Лис',
  departmentKind: 'support',
  present: true,
};
export const orlova: AskedEmployee = {
  employeeId: 'orlova',
  name: 'Орлова',
  departmentKind: 'client',
  present: true,
};

export const romashka: KnownCard = {
  id: 'romashka',
  status: 'client',
  name: 'ООО «Ромашка»',
  category: 'Клиент',
  city: 'Кемерово',
  contactPerson: 'Иванов Пётр Сергеевич',
  phone: '8 (3842) 12-34-56',
  phoneExtension: '100',
};
export const petrov: KnownCard = {
  id: 'petrov',
  status: 'prospect',
  name: 'ИП Петров',
  category: 'Клиент',
  city: '',
  contactPerson: '',
  phone: '',
  phoneExtension: '',
};

export const named = (employee: AskedEmployee): Said => ({ type: 'caller.namedEmployee', employee });
export const typed = (patch: Extract<Said, { type: 'manager.filledIn' }>['patch']): Said => ({
  type: 'manager.filledIn',
  patch,
});
export const picked = (counterparty: KnownCard | null): Said => ({
  type: 'manager.choseCounterparty',
  counterparty,
});
export const wentBackTo = (to: string): Said => ({ type: 'manager.wentBack', to });
export const wholeCard = typed({
  card: { name: 'ООО «Василёк»', city: 'Новосибирск', contactPerson: '—', phone: '8 383 123-45-67' },
});
export const archiMed = typed({ appeal: { project: { id: 'archimed', name: 'ArchiMed+' } } });
/** What a welcome call is about (ON-4). */
export const folderOfArchiMed: Subject = {
  id: 'folder',
  productName: 'ArchiMed+',
  hasParcel: true,
  email: '',
  deliveryOn: '',
  today: '2026-11-01',
};
export const folderTold = typed({ email: 'ivanov@example.com', deliveryOn: '2026-11-09' });
export const saidGoodbye: Said = { type: 'manager.saidGoodbye' };
export const hungUp: Said = { type: 'caller.hungUp' };

/** Everything between the purpose and the goodbye of a route with a new card. */
export const toldEverything: Said[] = [
  wholeCard,
  { type: 'manager.confirmedCard' },
  { type: 'manager.describedAppeal' },
];
export const nobodyTookIt: Said[] = [
  { type: 'handOver.failed', reason: 'nobodyAnswered' },
  { type: 'call.returnedToManager', managerName: 'Анна' },
];
