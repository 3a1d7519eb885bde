import { listCardFields as listRows } from '@/db/card-fields';
import type { CardFieldView } from '@/lib/domain/counterparties/card-fields.contract';
import { type Context, signedIn } from '@/lib/operations/context';

/** The own fields of the card in their order, the disabled ones last. */
export async function listCardFields(context: Context): Promise<{ rows: CardFieldView[] }> {
  signedIn(context);
  const rows = (await listRows(context.read)).map(({ createdAt: _, ...field }) => field);
  return {
    rows: [
      ...rows.filter((row) => row.disabledAt === null),
      ...rows.filter((row) => row.disabledAt !== null),
    ],
  };
}
