import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportedLists } from '@/lib/domain/exports/exported-list';
import { closeRightsScene, openRightsScene, origin, type RightsScene } from '@/tests/rights-scene';
import { GET } from './route';

let scene: RightsScene;
beforeAll(async () => {
  scene = await openRightsScene();
}, 120_000);
afterAll(() => closeRightsScene(scene));

async function take(list: string, query: Record<string, string> = {}) {
  const { counterpartyId, importId } = scene.ids as Record<string, string>;
  const month = { from: '2026-11-01', until: '2026-11-30' };
  const needed: Record<string, Record<string, string>> = {
    purchases: { counterpartyId: counterpartyId! },
    attachments: { counterpartyId: counterpartyId! },
    'card-calls': { counterpartyId: counterpartyId! },
    'unlisted-answers': { scriptId: 'inbound-call', ...month },
    'pay-sources': { employeeId: 'anna', month: '2026-11' },
    'import-rows': { importId: importId! },
    appeals: { state: 'all' },
    'next-reactions': { scope: 'all' },
    reviews: { state: 'all' },
    letters: { scope: 'all' },
    slipped: { kind: 'escalation' },
    'counted-calls': { ...month, figure: 'all' },
    'counted-missed-callers': { ...month, figure: 'missed' },
    'counted-next-reactions': { ...month, figure: 'due' },
    'counted-leads': { ...month, figure: 'routed' },
    'counted-appeals': { ...month, figure: 'made' },
    'counted-complaints': { ...month, figure: 'made' },
  };
  const url = new URL(
    `/api/v1/exports/${list}?${new URLSearchParams({ ...needed[list], ...query })}`,
    origin,
  );
  const headers = { authorization: `Bearer ${scene.tokens.gleb}` };
  return GET(new Request(url, { headers }), { params: Promise.resolve({ list }) });
}

const read = (text: string) => Papa.parse<string[]>(text.trimEnd(), { delimiter: ';' }).data;

test.each(exportedLists)(
  '%s are written as a table, each row as long as its head, in both languages',
  async (list) => {
    for (const language of ['ru', 'en']) {
      const answer = await take(list, { language });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; filename="callboard-${list}(-[^"]*2026-1[12])?\\.csv"`),
      );
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const [head, ...rows] = read(new TextDecoder().decode(bytes));
      expect(head!.every((title) => title !== '')).toBe(true);
      for (const row of rows) expect(row).toHaveLength(head!.length);
    }
  },
);

test('a phone stands without its plus, so that nothing has to be put before it', async () => {
  const rows = read(await (await take('counterparties')).text());
  const numbers = rows
    .slice(1)
    .map((row) => row[5]!)
    .filter(Boolean);
  expect(numbers.length).toBeGreaterThan(0);
  for (const number of numbers) expect(number).toMatch(/^\d/);
});

test('an unknown list and a filter that it does not have are refused with a reason', async () => {
  expect((await take('passwords')).status).toBe(400);
  const refused = await take('calls', { colour: 'red' });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ error: { fields: { colour: 'invalid' } } });
});

test('CO-1: a statement of pay is called by its person and month, and says what the month comes to', async () => {
  const answer = await take('pay-sources');
  const name = decodeURIComponent(answer.headers.get('content-disposition')!.split("''")[1]!);
  expect(name).toMatch(/^callboard-pay-sources-\p{L}+.*-2026-11\.csv$/u);
  const [head, figures] = read((await answer.text()).replace('\uFEFF', ''));
  const [overview] = read(await (await take('pay')).text());
  for (const titles of [head!, overview!]) expect(new Set(titles).size).toBe(titles.length);
  const cell = (title: string) => figures![head!.indexOf(title)];
  expect(cell('Месяц')).toBe('2026-11');
  expect(cell('Вид')).toBe('Итог месяца');
  for (const title of ['Оклад', 'Начислено по проценту', 'Итого']) expect(cell(title)).toMatch(/^\d+,\d\d$/);
});
