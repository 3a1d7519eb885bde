import { listVisibleCounterparties } from '@/db/counterparties';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { SimilarCard } from '@/lib/domain/counterparties/duplicates.contract';
import { plainCode } from '@/lib/domain/counterparties/inn';
import { normaliseEmail } from '@/lib/domain/normalise-email';
import { readPhone } from '@/lib/domain/phones/read-phone';
import { type Context, signedIn } from '@/lib/operations/context';
import { cardSummaries } from './card-summaries';
import { findSimilar } from './find-similar';
import { findCity } from './read-card-phone';

const mostShown = 5;

/** The cards, of those the person may see, that may be the counterparty being typed; at most 5, the most alike first. */
export async function listSimilar(
  context: Context,
  input: { name: string; phone: string; city: string; inn: string; email: string },
): Promise<{ cards: SimilarCard[] }> {
  const scope = cardScopeOf(signedIn(context));
  const { read: db } = context;
  const city = await findCity(db, input.city);
  const { e164 } = readPhone(input.phone, { cityCode: city?.diallingCode });
  const similar = await findSimilar(
    db,
    {
      name: input.name,
      city: input.city,
      inn: plainCode(input.inn),
      e164s: e164 ? [e164] : [],
      emails: input.email ? [normaliseEmail(input.email)] : [],
    },
    scope,
  );
  const ids = [...similar]
    .sort(([, one], [, other]) => other.length - one.length)
    .slice(0, mostShown)
    .map(([id]) => id);
  const rows = await listVisibleCounterparties(db, scope, ids);
  const cards = await cardSummaries(
    db,
    rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)),
  );
  const [first] = cards;
  if (first) context.saw({ kind: 'similarCounterparties', rowCount: cards.length, afterId: first.id });
  return { cards: cards.map((card) => ({ ...card, likeness: similar.get(card.id)! })) };
}
