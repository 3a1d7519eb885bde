import type { Person } from '@/lib/domain/employees/employee';
import type { RecordsToWrite, WrittenRecords } from '@/lib/domain/reactions/records';
import type { TestWorld } from '@/lib/operations/testing';
import { writeRecords } from './write-records';

/** What the commercial route writes for a caller nobody knows yet (IN-2). */
export const commercialRecords = {
  counterparty: {
    use: 'new',
    status: 'prospect',
    fields: {
      name: 'ООО «Ромашка»',
      category: 'Клиент',
      city: 'Кемерово',
      contactPerson: '—',
      phone: '8 (3842) 58-12-34 доб. 100',
      phoneExtension: '',
    },
  },
  appeal: {
    use: 'new',
    topic: 'запрос цен по ArchiCredit',
    type: 'Клиентский отдел',
    project: null,
    note: '',
  },
  reaction: { type: 'incomingCall', topic: 'запрос цен по ArchiCredit', note: '' },
  nextReactions: [{ responsible: { kind: 'department', departmentKind: 'sales' }, dueSetting: 'minute' }],
} as const satisfies RecordsToWrite;

/** Writes those records as the given person, from a call of that id. */
export async function writeTestRecords(
  world: TestWorld,
  person: Person,
  { plan = commercialRecords, callId = 'call' }: { plan?: RecordsToWrite; callId?: string | null } = {},
): Promise<WrittenRecords> {
  const context = world.as(person);
  return context.tx((tx) =>
    writeRecords(tx, context, {
      plan,
      callId,
      route: callId === null ? null : 'commercial',
      employee: person,
      happenedAt: world.now(),
    }),
  );
}
