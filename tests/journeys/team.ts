import type { ReportedEvent } from '@/lib/domain/call-scripts/events';
import { test as withConsole } from './console';
import { Person } from './person';
import { Records } from './records';

export const managers = ['sidorova', 'kotov', 'orlova', 'belkina'] as const;

/** Four client managers and a sales manager at work. */
export type Team = {
  records: Records;
  sales: Person;
  managers: Record<(typeof managers)[number], Person>;
  everybody: Person[];
};

export const test = withConsole.extend<{ team: Team }>({
  team: async ({ callboard }, use) => {
    const records = new Records(callboard.dataDir);
    const signIn = (login: string) => Person.signIn(callboard.url, records, login);
    const [sidorova, kotov, orlova, belkina, sales] = await Promise.all([...managers, 'gromov'].map(signIn));
    const everybody = [sidorova!, kotov!, orlova!, belkina!, sales!];
    for (const person of everybody) await person.isAvailable();
    await use({
      records,
      sales: sales!,
      managers: { sidorova: sidorova!, kotov: kotov!, orlova: orlova!, belkina: belkina! },
      everybody,
    });
    for (const person of everybody) {
      await person.chooses('break');
      person.leaves();
    }
    records.close();
  },
});

export const told = (type: ReportedEvent['type']) => ({ type }) as ReportedEvent;
export const card: ReportedEvent = {
  type: 'manager.filledIn',
  patch: {
    card: { name: 'ООО «Василёк»', city: 'Кемерово', contactPerson: '—', phone: '8 (3842) 58-12-34' },
  },
};
export const complaint: ReportedEvent = {
  type: 'manager.filledIn',
  patch: { complaint: { text: 'Третий день не печатает отчёт', departmentKind: 'support' } },
};
export const confirmed = told('manager.confirmedCard');
export const described = told('manager.describedAppeal');
export const goodbye = told('manager.saidGoodbye');
export const wholeCommercial = [told('caller.askedAboutProducts'), card, confirmed, described];
