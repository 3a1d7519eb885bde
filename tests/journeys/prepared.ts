import type { RecordReactionInput } from '@/lib/domain/reactions/record-input';
import type { AtDesk } from './at-desk';
import { officeDay } from './office-day';

const minuteMs = 60_000;

type Planned = {
  topic: string;
  inMinutes?: number;
  /** A card that is there already, else a new one of this name. */
  of: { id: string } | { name: string };
};

export const ownId = async (person: AtDesk): Promise<string> =>
  (await person.read<{ employee: { id: string } }>('/me')).employee.id;

/** An appeal whose next reaction lies with whoever writes it down. */
export async function plan(
  person: AtDesk,
  { topic, inMinutes = 180, of }: Planned,
): Promise<{ appealId: string; nextReactionIds: string[]; counterpartyId: string }> {
  const counterparty: RecordReactionInput['counterparty'] =
    'id' in of ? { use: 'existing', id: of.id } : { use: 'new', fields: { name: of.name } };
  return person.change('POST', '/reactions', {
    counterparty,
    appeal: { use: 'new', topic },
    reaction: { type: 'visit' },
    nextReactions: [
      {
        responsible: { kind: 'employee', employeeId: await ownId(person) },
        dueAt: Date.now() + inMinutes * minuteMs,
      },
    ],
  } satisfies RecordReactionInput);
}

/** The folder of a new client who has paid, handed over by this sales manager. */
export async function handOverFolder(
  sales: AtDesk,
  { name, contract }: { name: string; contract: string },
): Promise<string> {
  const whom = { city: 'Кемерово', contactPerson: 'Иванов Пётр' };
  const { counterpartyId } = await sales.change<{ counterpartyId: string }>('POST', '/counterparties', {
    name,
    ...whom,
    phones: [{ raw: '58-12-91', extension: '' }],
  });
  const { projects } = await sales.read<{ projects: { id: string }[] }>('/reactions/choices');
  const { purchaseId } = await sales.change<{ purchaseId: string }>(
    'POST',
    `/counterparties/${counterpartyId}/purchases`,
    {
      projectId: projects[0]!.id,
      contractNumber: contract,
      sumKopecks: 12_500_000,
      boughtOn: officeDay(-7),
      paidOn: officeDay(-5),
    },
  );
  const { folderId } = await sales.change<{ folderId: string }>(
    'POST',
    `/counterparties/${counterpartyId}/folders`,
    {
      purchaseIds: [purchaseId],
      salesManagerId: await ownId(sales),
      ...whom,
      phone: '8 (3842) 58-12-91',
      invoiceNumber: '78',
      contractCopies: 3,
      invoiceCopies: 2,
      hasParts: false,
      hasServices: false,
    },
  );
  return folderId;
}
