import { type AtDesk, expect, test } from './at-desk';
import { faultsOf, looks, nameOf } from './look';

for (const [index, look] of looks.entries()) {
  test(`every state of a call is whole in ${nameOf(look)}`, async ({ signIn, line }) => {
    const faults: string[] = [];
    const whole = async ({ page }: AtDesk, state: string) => {
      faults.push(...(await faultsOf(page, state)));
    };
    const dialogIsWhole = async (person: AtDesk, state: string) => {
      await expect(person.page.getByRole('dialog').or(person.page.getByRole('alertdialog'))).toBeVisible();
      await whole(person, state);
      await person.page.keyboard.press('Escape');
    };
    const manager = await signIn('Котов Денис Олегович', look);
    const sales = await signIn('Лазарева Екатерина Павловна', look);
    await sales.page.goto('/leads');

    const caller = await line.call({ from: `+7999000440${index}` });
    await manager.answerButton.waitFor();
    await whole(manager, 'ringing');
    await manager.bar.getByRole('button', { name: /^(Отклонить|Decline)/ }).click();
    await dialogIsWhole(manager, 'declining');
    await manager.takeCall();
    await whole(manager, 'greeting');
    await manager.answerByNumber(0);
    await whole(manager, 'an answer that is not in the list');
    await manager.page.keyboard.press('Escape');
    await manager.answerByNumber(1);
    await expect(manager.script.getByRole('textbox').first()).toBeVisible();
    await whole(manager, 'fields missing');
    await manager.script.getByRole('textbox').first().fill('ООО «Вид»');
    await manager.script.getByRole('combobox').first().fill('Кемерово');
    await manager.page.keyboard.press('Tab');
    await manager.script.getByRole('button', { name: /^(Поставить прочерк|Put a dash)/ }).click();
    await manager.answerByNumber(1);
    await whole(manager, 'appeal');
    await manager.answerByNumber(1);
    await whole(manager, 'closing');
    await manager.answerByNumber(1);
    await sales.answerButton.waitFor();
    await whole(manager, 'handing over');
    await whole(sales, 'a hand-over rings, and a lead waits');
    await sales.takeCall();
    await whole(sales, 'a hand-over taken');
    await whole(manager, 'handed over');
    await line.hangUp(caller.sid);
    await sales.page.goto('/leads');
    await whole(sales, 'a lead in work');

    const second = await line.call({ from: 'withheld' });
    await manager.takeCall();
    await manager.answerByNumber(3);
    await manager.answerByNumber(1);
    await expect(manager.script.getByRole('combobox')).toHaveCount(2);
    await manager.script.getByRole('combobox').first().fill('спорт');
    await expect(manager.page.getByRole('option').first()).toBeVisible({ timeout: 30_000 });
    // Base UI hides the rest of the page from a screen reader's cursor while a list is open; Tab closes the list first.
    faults.push(...(await faultsOf(manager.page, 'looking for a card', ['aria-hidden-focus'])));
    await manager.page.keyboard.press('Escape');
    await line.hangUp(second.sid);
    await expect(manager.script).toContainText(/Звонок завершён|The call is over/);
    await whole(manager, 'unfinished');
    await manager.page.goto('/reactions');
    await whole(manager, 'unfinished, on another screen');

    await manager.openReactionCard();
    await whole(manager, 'reaction card');
    await manager.page.getByRole('button', { name: /^(ОК, записать|OK, record)/ }).click();
    await dialogIsWhole(manager, 'reaction card with errors');

    await manager.page.route('**/api/live*', (route) => route.abort());
    await manager.page.goto('/desk');
    await expect(manager.page.getByText(/^(Нет связи|No connection)/).first()).toBeVisible();
    await whole(manager, 'connection lost');
    expect(faults).toEqual([]);
  });
}
