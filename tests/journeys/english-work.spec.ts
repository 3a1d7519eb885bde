import type { ComplaintRowView } from '@/lib/domain/complaints/complaint-views';
import type { RecordReactionInput } from '@/lib/domain/reactions/record-input';
import type { RoundView } from '@/lib/domain/rounds/round-views';
import { type AtDesk, expect, test } from './at-desk';
import { english } from './look';
import { officeDay } from './office-day';
import { handOverFolder, plan } from './prepared';

const kotov = 'Котов Денис Олегович';
const orlova = 'Орлова Марина Сергеевна';

const rowOf = ({ page }: AtDesk, words: string) => page.getByRole('row').filter({ hasText: words });

test('what is done asks at once, in English, who acts next', async ({ signIn }) => {
  const manager = await signIn(kotov, english);
  const { page } = manager;
  const topic = 'agree on the training';
  await plan(manager, { topic, of: { name: 'Juniper Ltd' } });
  await page.goto('/reactions');
  await rowOf(manager, topic).getByRole('button', { name: 'Done' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: `Done: ${topic}` });
  await expect(dialog.getByRole('combobox', { name: 'Who acts' })).toHaveValue(/^Котов/);
  await dialog.getByRole('textbox', { name: 'What to do' }).fill('send the timetable');
  await dialog.getByRole('button', { name: 'OK, record' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Reaction recorded')).toBeVisible();
  await expect(rowOf(manager, 'send the timetable')).toContainText('Juniper Ltd');
  await expect(rowOf(manager, topic)).toHaveCount(0);
});

test('a postponement asks for its reason and is counted; a hand-over reaches the colleague’s open list', async ({
  signIn,
}) => {
  const manager = await signIn(kotov, english);
  const colleague = await signIn(orlova, english);
  const { page } = manager;
  const topic = 'bring the licence renewal';
  await plan(manager, { topic, of: { name: 'Rowan Ltd' } });
  await colleague.page.goto('/reactions');
  await page.goto('/reactions');
  const choose = async (action: string) => {
    await rowOf(manager, topic).getByRole('button', { name: 'Actions' }).press('Enter');
    await page.getByRole('menuitem', { name: action }).press('Enter');
  };
  await choose('Postpone…');
  const postpone = page.getByRole('dialog', { name: 'Move the due time' });
  await postpone.getByLabel('New due time').fill(`${officeDay(200)}T10:00`);
  await postpone.getByRole('button', { name: 'Postpone' }).press('Enter');
  await expect(postpone.getByLabel('Why it is moved')).toHaveAttribute('aria-invalid', 'true');
  await postpone.getByLabel('Why it is moved').fill('the client is on holiday');
  await postpone.getByRole('button', { name: 'Postpone' }).press('Enter');
  await expect(postpone).toBeHidden();
  await expect(rowOf(manager, topic)).toContainText('postponed 1 time');

  await choose('Hand over…');
  const handOver = page.getByRole('dialog', { name: 'Hand the reaction over' });
  await handOver.getByRole('combobox', { name: 'To whom' }).fill('Орлова');
  await page
    .getByRole('option', { name: /Орлова/ })
    .first()
    .click();
  await handOver.getByLabel('Why it is handed over').fill('knows the client');
  await handOver.getByRole('button', { name: 'Hand over' }).press('Enter');
  await expect(handOver).toBeHidden();
  await expect(rowOf(manager, topic)).toHaveCount(0);
  await expect(rowOf(colleague, topic)).toContainText('postponed 1 time');
});

test('what is due soon makes itself known on whatever page one is', async ({ signIn }) => {
  const manager = await signIn(orlova, english);
  const { page } = manager;
  await manager.change('PATCH', '/me', { reminderMinutes: 120 });
  await page.goto('/counterparties');
  await plan(manager, { topic: 'ring the accountant', inMinutes: 90, of: { name: 'Hazel Ltd' } });
  const told = page.getByRole('listitem').filter({ hasText: 'ring the accountant' });
  await expect(told).toContainText('Due soon');
  await told.getByRole('link', { name: 'Open' }).press('Enter');
  await expect(page).toHaveURL(/\/appeals\//);
  await manager.change('PATCH', '/me', { reminderMinutes: 10 });
});

test('a folder is taken over and its first step signed, in English', async ({ signIn }) => {
  const sales = await signIn('Лазарева Екатерина Павловна', english);
  const name = 'Aspen Ltd';
  await handOverFolder(sales, { name, contract: '2026/701' });
  const manager = await signIn(kotov, english);
  const { page } = manager;
  await page.goto('/folders');
  await rowOf(manager, name).getByRole('link').first().press('Enter');
  await expect(
    page.getByRole('heading', { level: 1, name: new RegExp(`^Folder no. \\d+: ${name}`) }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Take the folder over' }).press('Enter');
  await expect(page.getByText('go through the checklist: Котов')).toBeVisible();
  const step = 'Folder complete: title page, contract ×3, invoice ×2';
  await page.getByRole('button', { name: `Sign: ${step}` }).press('Enter');
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: step })).toContainText(
    /Котов.*hash [0-9a-f]{16}…/s,
  );
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
});

test('a client who does not pick up is noted, and the hour is not tried twice', async ({ signIn }) => {
  const manager = await signIn('Сидорова Анна Ивановна', english);
  const { page } = manager;
  const { rows } = await manager.read<{ rows: RoundView[] }>('/rounds?show=planned&limit=50');
  const round = rows.find(({ attempts }) => attempts.length === 0)!;
  await page.goto(`/rounds/${round.id}`);
  await expect(page.getByText('No attempts yet.')).toBeVisible();
  await page.getByRole('button', { name: 'No answer' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Attempts' })).toContainText('No answer');
  await expect(page.getByRole('button', { name: 'No answer' })).toBeDisabled();
});

test('a complaint is answered to the client, in English', async ({ signIn }) => {
  const manager = await signIn(kotov, english);
  const words = 'The price list came a week late';
  await manager.change('POST', '/reactions', {
    counterparty: { use: 'new', fields: { name: 'Cypress Ltd' } },
    appeal: { use: 'new', topic: 'price list' },
    reaction: { type: 'complaint', note: words, causedBy: 'sales' },
  } satisfies RecordReactionInput);
  const head = await signIn('Громов Игорь Викторович', english);
  const { page } = head;
  const { rows } = await head.read<{ rows: ComplaintRowView[] }>('/complaints?limit=50');
  const complaint = rows.find(({ text }) => text.includes(words))!;
  await page.goto('/complaints');
  await page.getByRole('link', { name: `Complaint No. ${complaint.number}`, exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Take into work' }).press('Enter');
  await page.getByRole('button', { name: 'Answer the client…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Answer to the client' });
  await dialog.getByRole('textbox', { name: 'Cause' }).fill('the price list was late');
  await dialog.getByRole('textbox', { name: 'Answer to the client' }).fill('the prices were sent');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('main')).toContainText('The client was answered');
  await expect(page.getByRole('region', { name: 'Answer to the client' })).toContainText(
    'the prices were sent',
  );
});

test('one’s own pay is opened down to what it was reckoned from', async ({ signIn }) => {
  const { page } = await signIn(kotov, english);
  await page.goto('/pay');
  await page.getByRole('link', { name: /Котов/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Pay: Котов/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Purchases that count' })).toContainText('Contract');
  await expect(page.getByRole('region', { name: 'Letters of recommendation' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Correct…' })).toHaveCount(0);
});
