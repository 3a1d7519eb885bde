import { expect, test } from './at-desk';

const kotov = 'Котов Денис Олегович';
const gromov = 'Громов Игорь Викторович';
const lazareva = 'Лазарева Екатерина Павловна';
const ershova = 'Ершова Ольга Михайловна';

type Written = {
  route: string | null;
  records: {
    counterparty: { name: string } | null;
    appeal: { id: string } | null;
    reactionId: string | null;
    nextReactions: { department: { name: string }; employeeName: string | null; dueAt: number }[];
  };
};

test('a commercial question makes card, appeal and reaction, and reaches sales (IN-2)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const sales = await signIn(lazareva);
  await line.call({ from: '+79990001122' });
  await manager.takeCall();
  const callId = await manager.shownCall();
  await manager.isAt('Приветствие');
  await expect(manager.script).toContainText('«Компания MLS IT, Денис здравствуйте! Чем я могу Вам помочь?»');
  await manager.answer('Коммерческий вопрос');
  await manager.isAt('Карточка контрагента');
  await manager.fillCard('ООО «Ромашка»');
  await manager.isAt('Обращение');
  await manager.answer('Всё записано');
  await manager.isAt('Прощание');
  await expect(manager.script).toContainText('«Спасибо за звонок! Обращайтесь к нам ещё!»');
  await manager.answer('Попрощался');
  await expect(manager.bar).toContainText('Передаём: Отдел продаж');
  await expect(sales.bar).toContainText('Вам передают звонок');
  await expect(sales.bar).toContainText('запрос цен');
  await sales.takeCall();
  await expect(sales.page.getByRole('heading', { name: 'ООО «Ромашка»' })).toBeVisible();
  await manager.isAt('Звонок передан');
  const call = await manager.read<Written>(`/calls/${callId}`);
  expect(call.route).toBe('commercial');
  expect(call.records.counterparty?.name).toBe('ООО «Ромашка»');
  expect(call.records.nextReactions.map(({ department }) => department.name)).toEqual(['Отдел продаж']);
});

test('a sales manager asked for by name is connected without any record (IN-3)', async ({ signIn, line }) => {
  const manager = await signIn(kotov);
  const sales = await signIn(lazareva);
  await line.call({ from: '+79990001133' });
  await manager.takeCall();
  const callId = await manager.shownCall();
  await manager.answer('Спрашивает менеджера по продажам');
  await manager.isAt('Кого из менеджеров по продажам');
  await manager.pick('Сотрудник', 'Лаз', /Лазарева/);
  await manager.answer('Назвал сотрудника');
  await expect(manager.card).toContainText('записей не будет');
  await manager.answer('Попрощался');
  await sales.takeCall();
  await manager.isAt('Звонок передан');
  const call = await manager.read<Written>(`/calls/${callId}`);
  expect(call).toMatchObject({ route: 'salesManager', records: { reactionId: null } });
});

test('a sales manager who is away leads to the sales department, without any record (IN-3)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const away = await signIn(lazareva);
  await away.change('PUT', '/presence', { chosen: 'lunch' });
  const sales = await signIn(gromov);
  await line.call({ from: '+79990001134' });
  await manager.takeCall();
  const callId = await manager.shownCall();
  await manager.answer('Спрашивает менеджера по продажам');
  await manager.pick('Сотрудник', 'Лаз', /Лазарева/);
  await manager.answer('Назвал сотрудника');
  await manager.answer('Попрощался');
  await expect(manager.bar).toContainText('Передаём: Отдел продаж');
  await sales.takeCall();
  await manager.isAt('Звонок передан');
  await expect(away.bar).toBeHidden();
  const call = await manager.read<Written>(`/calls/${callId}`);
  expect(call).toMatchObject({ route: 'salesManager', records: { reactionId: null } });
});

test('another employee is connected like that too (IN-9)', async ({ signIn, line }) => {
  const manager = await signIn(kotov);
  const colleague = await signIn('Орлова Марина Сергеевна');
  await line.call({ from: 'withheld' });
  await expect(manager.bar).toContainText('Номер скрыт');
  await manager.takeCall();
  await manager.answer('Спрашивает своего менеджера');
  await manager.pick('Сотрудник', 'Орл', /Орлова/);
  await manager.answer('Назвал сотрудника');
  await manager.answer('Попрощался');
  await colleague.takeCall();
  await manager.isAt('Звонок передан');
});

test('a client reaches support with the existing card (IN-4, IN-7)', async ({ signIn, line }) => {
  const manager = await signIn(kotov);
  const support = await signIn(ershova);
  const client = await manager.findCard('client');
  await line.call({ from: client.number });
  await expect(manager.bar).toContainText(client.name);
  await manager.takeCall();
  const callId = await manager.shownCall();
  await manager.answer('Техподдержка');
  await manager.answer('Клиент');
  await manager.isAt('Поиск карточки');
  await manager.script.getByRole('button', { name: `Это ${client.name}` }).click();
  await manager.answer('Это его карточка');
  await manager.isAt('Обращение');
  await manager.answer('Всё записано');
  await manager.answer('Попрощался');
  await support.takeCall();
  await manager.isAt('Звонок передан');
  const call = await manager.read<Written>(`/calls/${callId}`);
  expect(call).toMatchObject({ route: 'support', records: { counterparty: { name: client.name } } });
});

test('a dealer who names a specialist reaches that person, with the call on an open appeal (IN-4, IN-8)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const specialist = await signIn(ershova);
  const dealer = await manager.findCard('dealer', { withOpenAppeal: true });
  await line.call({ from: dealer.number });
  await manager.takeCall();
  const callId = await manager.shownCall();
  await manager.answer('Техподдержка');
  await manager.pick('Специалист, если назван', 'Ерш', /Ершова/);
  await manager.answer('Дилер');
  await manager.script.getByRole('button', { name: `Это ${dealer.name}` }).click();
  await manager.answer('Это его карточка');
  await manager.isAt('Обращение');
  await manager.script.getByRole('radio', { name: /^№/ }).first().click();
  await manager.answer('Всё записано');
  await manager.answer('Попрощался');
  await expect(manager.bar).toContainText('Ершова');
  await specialist.takeCall();
  await manager.isAt('Звонок передан');
  const call = await manager.read<Written>(`/calls/${callId}`);
  const appeals = dealer.openAppeals.map(({ id }) => id);
  expect(appeals).toContain(call.records.appeal?.id);
});

test('whoever asks for support as neither client nor dealer goes to sales (IN-4)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const sales = await signIn(lazareva);
  await line.call({ from: '+79990001144' });
  await manager.takeCall();
  await manager.answer('Техподдержка');
  await manager.answer('Ни клиент, ни дилер');
  await manager.fillCard('ИП Новиков');
  await manager.answer('Всё записано');
  await manager.answer('Попрощался');
  await sales.takeCall();
  await manager.isAt('Звонок передан');
});

test('cooperation is written down and promised a call, without a transfer (IN-5)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const caller = await line.call({ from: '+79990001155' });
  await manager.takeCall();
  const callId = await manager.shownCall();
  await manager.answer('Сотрудничество');
  await manager.fillCard('ООО «Партнёр»');
  await manager.answer('Всё записано');
  await manager.isAt('Обещание перезвонить');
  await manager.answer('Пообещал');
  await manager.answer('Попрощался');
  await manager.isAt('Обещали перезвонить');
  await expect.poll(async () => (await line.callOf(caller.sid)).hasEnded).toBe(true);
  const call = await manager.read<Written>(`/calls/${callId}`);
  expect(call.records.nextReactions.map(({ department }) => department.name)).toEqual(['Менеджмент']);
});

test('what cannot be classified becomes a promise of management (IN-5)', async ({ signIn, line }) => {
  const manager = await signIn(kotov);
  const caller = await line.call({ from: '+79990001156' });
  await manager.takeCall();
  const callId = await manager.shownCall();
  await manager.answer('Другое, не могу определить');
  await manager.fillCard('ИП Неясный');
  await manager.answer('Всё записано');
  await manager.answer('Пообещал');
  await manager.answer('Попрощался');
  await manager.isAt('Обещали перезвонить');
  await expect.poll(async () => (await line.callOf(caller.sid)).hasEnded).toBe(true);
  const call = await manager.read<Written>(`/calls/${callId}`);
  expect(call.route).toBe('unclear');
  expect(call.records.nextReactions.map(({ department }) => department.name)).toEqual(['Менеджмент']);
});

test('a complaint is taken down in the call and told to two people at once (IN-9, SA-3)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const client = await manager.findCard('client');
  await line.call({ from: client.number });
  await manager.takeCall();
  const callId = await manager.shownCall();
  await manager.answer('Коммерческий вопрос');
  await manager.script.getByRole('button', { name: 'Рекламация!' }).click();
  await manager.isAt('Рекламация');
  await manager.fill('Рекламация словами клиента', 'Отчёт не печатается третью неделю');
  await manager.script.getByRole('combobox', { name: 'Чья работа стала причиной' }).click();
  await manager.page.getByRole('option', { name: /технической поддержки/ }).click();
  await manager.answer('Рекламация записана');
  await manager.isAt('Карточка контрагента');
  await manager.script.getByRole('button', { name: `Это ${client.name}` }).click();
  await manager.answer('Карточка верна');
  await manager.answer('Всё записано');
  await manager.answer('Соединять не нужно');
  await manager.answer('Попрощался');
  await manager.isAt('Рекламация принята');
  const call = await manager.read<Written>(`/calls/${callId}`);
  expect(call.route).toBe('complaint');
  expect(call.records.nextReactions.map(({ employeeName }) => employeeName).sort()).toEqual([
    'Лисицын\u00A0П.\u00A0Н.',
    'Мельников\u00A0С.\u00A0А.',
  ]);
});

test('a complaint may go on to the department the caller needs (IN-9)', async ({ signIn, line }) => {
  const manager = await signIn(kotov);
  const support = await signIn(ershova);
  const client = await manager.findCard('client');
  await line.call({ from: client.number });
  await manager.takeCall();
  await manager.answer('Рекламация');
  await manager.fill('Рекламация словами клиента', 'Не открывается после обновления');
  await manager.script.getByRole('combobox', { name: 'Чья работа стала причиной' }).click();
  await manager.page.getByRole('option', { name: /технической поддержки/ }).click();
  await manager.answer('Рекламация записана');
  await manager.script.getByRole('button', { name: `Это ${client.name}` }).click();
  await manager.answer('Карточка верна');
  await manager.answer('Всё записано');
  await manager.answer('Соединить с техподдержкой');
  await manager.answer('Попрощался');
  await support.takeCall();
  await manager.isAt('Звонок передан');
});

test('what is no business of ours ends with a reason and leaves no record (IN-9)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  await line.call({ from: '+79990001166' });
  await manager.takeCall();
  const callId = await manager.shownCall();
  await manager.answer('Не по делу');
  await manager.answer('Реклама');
  await manager.answer('Попрощался');
  await manager.isAt('Не по делу, завершён');
  const call = await manager.read<Written>(`/calls/${callId}`);
  expect(call).toMatchObject({ route: 'noBusiness', records: { reactionId: null } });
});
