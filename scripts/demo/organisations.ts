import { inventPerson } from './people';
import type { Random } from './random';

type Trade = { project: string; forms: readonly string[]; names: readonly string[] };

const list = (text: string) => text.split(', ');

const trades: Trade[] = [
  {
    project: 'ArchiCredit',
    forms: list(
      'КПК «{имя}», ООО МКК «{имя}», ООО «Ломбард «{имя}», СКПК «{имя}», ООО «Центр займов «{имя}», ООО «Лизинговая компания «{имя}»',
    ),
    names: list(
      'Доверие, Сберегатель, Опора, Содружество, Надежда, Рубль, Первый, Народный, Содействие, Взаимность, Фонд развития, Золотая корона, Гарант, Благо, Стандарт, Сибирский, Алтын, Капитал, Резерв, Фортуна',
    ),
  },
  {
    project: 'ArchiMed+',
    forms: list(
      'ООО «Клиника «{имя}», ООО «Медицинский центр «{имя}», ООО «Стоматология «{имя}», ООО «Лаборатория «{имя}», АНО «Санаторий «{имя}», ГБУЗ «Городская поликлиника № {номер}»',
    ),
    names: list(
      'Здоровье, Панацея, Эскулап, Улыбка, Мой доктор, Гиппократ, Витамед, Дентал-Люкс, Ваш врач, Медея, Асклепий, Жемчуг, Семейная, Оптима, Диамед, Сосновый бор, Нейрон, Лучик, Ромашка, Альфа-Мед',
    ),
  },
  {
    project: 'ArchiSport',
    forms: list(
      'ООО «Фитнес-клуб «{имя}», ООО «Спортивный клуб «{имя}», МАУ «Спортивная школа № {номер}», ООО «Бассейн «{имя}», АНО «Ледовая арена «{имя}», ООО «Теннисный центр «{имя}»',
    ),
    names: list(
      'Олимп, Энергия, Атлант, Дельфин, Вершина, Арктика, Темп, Ритм, Богатырь, Факел, Юность, Динамика, Заря, Чемпион, Сибирь, Метеор, Форма, Старт, Ермак, Волна',
    ),
  },
  {
    project: 'ArchiCRM',
    forms: list(
      'ООО «{имя}», АО «{имя}», ООО «Торговый дом «{имя}», ООО «ПКФ «{имя}», ООО «Агентство «{имя}», ООО «Завод «{имя}»',
    ),
    names: list(
      'Кузбассоптторг, Стройсервис, Техносбыт, Ёлочка, Меридиан, Альянс, Уют, Мебельград, Промснаб, Автолидер, Сибкомплект, Горизонт, Фаворит, Ангара-Лес, Пять звёзд, Электрон, Лотос, Северный ветер, Медведь, Транспортные линии, Кедр, Эталон, Восход, Парус, Азимут',
    ),
  },
];

export type DemoOrganisation = { name: string; project: string; isPerson: boolean };

/** A believable buyer of one of the products: an organisation, a sole trader or, rarely, a private person. */
export function inventOrganisation(random: Random, taken: ReadonlySet<string>): DemoOrganisation {
  for (;;) {
    const trade = random.pick(trades);
    const kind = random.next();
    const isPerson = kind > 0.95;
    const name = kind > 0.8 ? personalName(random, isPerson) : organisationName(random, trade);
    if (!taken.has(name)) return { name, project: trade.project, isPerson };
  }
}

function organisationName(random: Random, trade: Trade): string {
  return closeQuotes(
    random
      .pick(trade.forms)
      .replace('{имя}', random.pick(trade.names))
      .replace('{номер}', String(random.between(1, 24))),
  );
}

function personalName(random: Random, isPerson: boolean): string {
  const { surname, givenName, patronymic } = inventPerson(random);
  return isPerson
    ? `${surname} ${givenName} ${patronymic}`
    : `ИП ${surname} ${givenName[0]}. ${patronymic[0]}.`;
}

/** Russian typography closes nested quotes of one kind once. */
function closeQuotes(name: string): string {
  return name.replace(/»+$/, '»');
}
