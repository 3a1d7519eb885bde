import type { Traffic } from '@/lib/domain/call-scripts/traffic';
import { type AtDesk, expect, test } from './at-desk';
import type { Line } from './line';
import { english } from './look';
import { officeDay } from './office-day';

/** A recorded conversation that is no business of ours, led to its end. */
async function recordedTalk(administrator: AtDesk, manager: AtDesk, line: Line): Promise<string> {
  const record = async (recordsConversations: boolean) => {
    const { rows } = await administrator.read<{ rows: { id: string; version: number }[] }>('/numbers');
    const { id, version } = rows[0]!;
    return administrator.change('PATCH', `/numbers/${id}`, { recordsConversations, version });
  };
  await record(true);
  const caller = await line.call({ from: '+79990008821' });
  await manager.takeCall();
  const callId = await manager.shownCall();
  await line.soundTone(caller.sid, 700);
  await manager.answer('No business of ours');
  await line.hears(caller.sid, 3000);
  await manager.answer('Advertising');
  await manager.answer('Said goodbye');
  await manager.isAt('No business, ended');
  await record(false);
  return callId;
}

test('a step of the path moves the recording; the score card is sent, objected to, upheld and acknowledged', async ({
  signIn,
  line,
}) => {
  const manager = await signIn('Котов Денис Олегович', english);
  const callId = await recordedTalk(await signIn('Жданов', english), manager, line);
  const { page } = await signIn('Сидорова Анна Ивановна', english);
  const player = page.getByRole('group', { name: /^Conversation of / });
  await expect(async () => {
    await page.goto(`/calls/${callId}`);
    await expect(player).toBeVisible({ timeout: 2000 });
  }).toPass();
  const position = player.getByRole('slider', { name: 'Position' });
  await expect(position).toHaveValue('0');
  await page
    .getByRole('button', { name: /^Listen from / })
    .last()
    .press('Enter');
  await expect(position).not.toHaveValue('0');

  const scoring = page.getByRole('region', { name: /^Score card/ });
  await scoring.getByRole('button', { name: 'Score this call' }).press('Enter');
  const marks = scoring.getByRole('group', { name: /^Mark: / });
  await expect(marks.first()).toBeVisible();
  const count = await marks.count();
  expect(count).toBeGreaterThan(2);
  for (let index = 0; index < count; index += 1)
    await marks
      .nth(index)
      .getByRole('button', { name: index === 0 ? 'no' : 'yes', exact: true })
      .press('Enter');
  await expect(scoring.getByText(/^Draft saved at /)).toBeVisible();
  await scoring.getByRole('button', { name: 'Send to the employee' }).press('Enter');
  await expect(scoring.getByText('sent', { exact: true })).toBeVisible();

  const { page: own } = manager;
  await own.goto('/score-cards/mine');
  await own.getByRole('row').filter({ hasText: 'sent' }).getByRole('link').first().press('Enter');
  await own.getByRole('button', { name: 'Object…' }).press('Enter');
  const objection = own.getByRole('alertdialog', { name: 'Objection' });
  await objection.getByRole('textbox', { name: 'Objection' }).fill('I did give my name');
  await objection.getByRole('button', { name: 'Send the objection' }).press('Enter');
  await expect(own.getByText(/Your objection was sent/)).toBeVisible();

  await expect(scoring).toContainText('I did give my name');
  await scoring.getByRole('button', { name: 'Stand by it…' }).press('Enter');
  const answer = page.getByRole('alertdialog', { name: 'Answer to the objection' });
  await answer.getByRole('textbox', { name: 'Answer' }).fill('Not in the greeting');
  await answer.getByRole('button', { name: 'Stand by it' }).press('Enter');
  await expect(own.getByText(/Not in the greeting/)).toBeVisible();
  await own.getByRole('button', { name: 'Acknowledge' }).press('Enter');
  await expect(own.getByText('acknowledged', { exact: true })).toBeVisible();
});

test('a step tells its calls and seconds, a way its share, and both open the calls behind them', async ({
  signIn,
}) => {
  const management = await signIn('Мельников', english);
  const { page } = management;
  const script = '/call-scripts/inbound-call';
  const days = { from: officeDay(-40), until: officeDay() };
  const read = () => management.read<Traffic>(`${script}/traffic?from=${days.from}&until=${days.until}`);
  await expect.poll(async () => (await read()).isMeasuring, { timeout: 60_000 }).toBe(false);
  const traffic = `${script}?period=own&from=${days.from}&until=${days.until}&view=traffic`;
  await page.goto(traffic);
  await expect(page.getByRole('columnheader', { name: 'Seconds, median' })).toBeVisible();
  const steps = page.getByRole('table', { name: 'Steps' });
  await expect(steps.getByRole('row', { name: /^No business of ours/ })).toContainText(/\d+/);
  const ways = page.getByRole('table', { name: 'Ways' });
  const way = ways.getByRole('row', { name: /^No business of ours Advertising Closing/ });
  await expect(way).toContainText(/\d+%$/);
  const share = way.getByRole('link');
  await expect(async () => {
    await page.goto(traffic);
    const through = Number(await share.innerText());
    await share.press('Enter');
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(1 + Math.min(through, 50), {
      timeout: 5000,
    });
  }).toPass();
  await page.getByRole('link', { name: 'Back to the call script' }).press('Enter');
  await expect(page.getByRole('tab', { name: 'Traffic' })).toHaveAttribute('aria-selected', 'true');
  await expect(async () => {
    await page.goto(traffic);
    const counted = steps.getByRole('link', { name: /^\d+: No business of ours, Calls$/ });
    const calls = Number(await counted.innerText());
    await counted.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'No business of ours: Calls' })).toBeVisible();
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(1 + Math.min(calls, 50), {
      timeout: 5000,
    });
  }).toPass();
});

test('a figure prints its formula and opens its rows; the view is saved by name; the wallboard leads on', async ({
  signIn,
}) => {
  const { page } = await signIn('Мельников', english);
  const figure = page.getByRole('link', { name: /Show the rows: Average speed of answer$/ });
  await expect(async () => {
    await page.goto(`/reports?period=own&from=${officeDay(-40)}&until=${officeDay()}`);
    await expect(figure).toBeVisible({ timeout: 5000 });
  }).toPass();
  await page.getByRole('button', { name: 'How it is reckoned: Service level' }).press('Enter');
  await expect(page.getByRole('dialog').getByText(/Answered within 20 s ÷/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Saved views' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).fill('The last weeks');
  await page.getByRole('button', { name: 'Save view' }).press('Enter');
  await expect(page.getByRole('link', { name: 'The last weeks' })).toBeVisible();
  await page.keyboard.press('Escape');
  await figure.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Answered calls' })).toBeVisible();
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible();
  await page.getByRole('link', { name: 'To the report' }).press('Enter');
  await page.getByRole('link', { name: 'Wallboard' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Wallboard: Client department' })).toBeVisible();
  await page.getByRole('region', { name: 'Open complaints' }).getByRole('link').press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Complaints' })).toBeVisible();
});
