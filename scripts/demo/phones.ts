import { readPhone } from '@/lib/domain/phones/read-phone';
import type { DemoCity } from './company';
import type { Random } from './random';

export type DemoPhone = { raw: string; e164: string | null; extension: string | null };

const mobileCodes = ['903', '905', '906', '909', '913', '923', '950', '951', '960', '961', '983', '999'];

/** A phone as somebody once typed it into a card: of the city or mobile, in any of the habits of people. */
export function inventPhone(random: Random, city: DemoCity): DemoPhone {
  const raw = random.chance(0.45) ? mobile(random) : landline(random, city);
  const { e164, extension } = readPhone(raw, { cityCode: city.diallingCodes[0] });
  return { raw, e164, extension };
}

function mobile(random: Random): string {
  const code = random.pick(mobileCodes);
  const [a, b, c] = [random.between(200, 899), random.between(10, 99), random.between(10, 99)];
  return random.pick([
    `8-${code}-${a}-${b}-${c}`,
    `+7 ${code} ${a}-${b}-${c}`,
    `8 (${code}) ${a} ${b} ${c}`,
    `8${code}${a}${b}${c}`,
    `+7(${code})${a}-${b}-${c}`,
    `моб. 8 ${code} ${a}${b}${c}`,
  ]);
}

function landline(random: Random, city: DemoCity): string {
  const code = city.diallingCodes[0]!;
  if (code.startsWith('+'))
    return `${code} ${random.between(200, 399)}-${random.between(10, 99)}-${random.between(10, 99)}`;
  const firstSize = 10 ** (5 - code.length);
  const first = random.between(2, 7) * firstSize + random.between(0, firstSize - 1);
  const local = `${first}-${random.between(10, 99)}-${random.between(10, 99)}`;
  const number = random.pick([
    `8 (${code}) ${local}`,
    `(${code}) ${local}`,
    `+7 (${code}) ${local}`,
    `8-${code}-${local}`,
    `8${code}${local.replaceAll('-', '')}`,
    local,
  ]);
  const extension = random.between(100, 399);
  return random.chance(0.2)
    ? number +
        random.pick([
          ` доб. ${extension}`,
          `, доб ${extension}`,
          ` вн. ${extension}`,
          ` (добавочный ${extension})`,
        ])
    : number;
}
