import { describe, expect, test } from 'vitest';
import { dialects } from '@/db/testing';
import { getCallView } from '@/lib/operations/calls/get-call';
import { listCalls } from '@/lib/operations/calls/list-calls';
import { makeTestCard, phones } from '@/lib/operations/counterparties/testing-cards';
import { openLine } from '@/tests/call-driver';
import { listAccessLog } from './list-access-log';

describe.each(dialects)('a call on %s', (dialect) => {
  test('that somebody opened is on record with the cards shown beside it (CS-10, IN-7)', async () => {
    const line = await openLine(dialect);
    const { world, company } = line;
    const from = '+79131112233';
    const cardId = await makeTestCard(world, company, { name: 'ООО «Сосна»', phones: phones(from) });
    await line.available('anna');
    const call = await line.callerCalls({ from });
    await call.callerJoins();
    await getCallView(world.as(company.as('anna')), { callId: call.callId });
    world.pass(1);
    await listCalls(world.as(company.as('clara')), { show: 'missed', caller: from, limit: 10 });
    await world.accessLog.flush();
    const { rows } = await listAccessLog(world.as(company.as('gleb')), { limit: 10 });
    const opened = rows.map(({ employee, kind, subjectId, counterparty, filters }) => ({
      by: employee.id,
      kind,
      subjectId,
      card: counterparty?.id ?? null,
      filters,
    }));
    expect(opened).toEqual([
      { by: 'clara', kind: 'calls', subjectId: null, card: null, filters: ['show', 'caller'] },
      { by: 'anna', kind: 'callerCounterparty', subjectId: cardId, card: cardId, filters: [] },
      { by: 'anna', kind: 'call', subjectId: call.callId, card: null, filters: [] },
    ]);
  });
});
