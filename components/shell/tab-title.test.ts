import { expect, test } from 'vitest';
import { TabTitle } from './tab-title';

function openTab() {
  const page = { title: 'Журнал звонков' };
  const owner = new TabTitle({
    read: () => page.title,
    write: (title) => {
      page.title = title;
    },
  });
  /** The person goes to another page, which names itself. */
  const goTo = (title: string) => {
    page.title = title;
    owner.pageChanged();
  };
  return { page, owner, goTo };
}

test('after a ring the tab is called like the page that is open then, not the one where it rang', () => {
  const { page, owner, goTo } = openTab();
  const stop = owner.claim('ring', 'Звонок: Ромашка', { rank: 2, isBlinking: true });
  expect(page.title).toBe('Звонок: Ромашка');
  goTo('Рабочий стол');
  expect(page.title).toBe('Звонок: Ромашка');
  stop();
  expect(page.title).toBe('Рабочий стол');
});

test('a ring stands before a lead, in whichever order they come and go', () => {
  const { page, owner } = openTab();
  const endRing = owner.claim('ring', 'Звонок', { rank: 2 });
  const endLead = owner.claim('lead', '(1) Лид', { rank: 1 });
  expect(page.title).toBe('Звонок');
  endRing();
  expect(page.title).toBe('(1) Лид');
  endLead();
  expect(page.title).toBe('Журнал звонков');
});

test('a blinking title takes turns with what would stand there else', () => {
  const { page, owner } = openTab();
  owner.claim('ring', 'Звонок', { rank: 2, isBlinking: true });
  owner.blink();
  expect(page.title).toBe('Журнал звонков');
  owner.blink();
  expect(page.title).toBe('Звонок');
});

test('a claim made anew replaces the one before, whose end then changes nothing', () => {
  const { page, owner } = openTab();
  const endFirst = owner.claim('lead', '(1) Лид', { rank: 1 });
  owner.claim('lead', '(2) Лид', { rank: 1 });
  endFirst();
  expect(page.title).toBe('(2) Лид');
});

test('a name that the browser keeps without its surplus spaces is not taken for the page’s own', () => {
  const page = { title: 'Лиды' };
  const owner = new TabTitle({
    read: () => page.title,
    write: (title) => {
      page.title = title.replace(/ +/g, ' ').trim();
    },
  });
  const stop = owner.claim('ring', 'Звонок:  ООО «Ромашка» ', { rank: 2 });
  owner.pageChanged();
  stop();
  expect(page.title).toBe('Лиды');
});
