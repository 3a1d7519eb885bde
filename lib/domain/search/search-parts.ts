/** What a line typed into the search may mean; null for what it cannot. */
export type SearchParts = { cards: string | null; appealNumber: number | null; caller: string | null };

const fewestPhoneDigits = 7;
/** How a number is announced on the screens, in either language. */
const sign = /^(?:[№#]|no\.)/i;

/** Names and contracts are any text, an appeal is a number alone («№ 318», “No. 318”), a call is found by its caller's phone. */
export function searchParts(typed: string): SearchParts {
  const query = typed.trim();
  const [, number] = /^(\d{1,9})$/.exec(query.replace(sign, '').trim()) ?? [];
  const isPhone = /^\+?[\d\s()./-]+$/.test(query) && query.replace(/\D/g, '').length >= fewestPhoneDigits;
  return {
    cards: query.length >= 2 && !sign.test(query) ? query : null,
    appealNumber: Number(number) > 0 ? Number(number) : null,
    caller: isPhone ? query : null,
  };
}
