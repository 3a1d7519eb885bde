import { insertCallFact } from '@/db/call-facts';
import { updateLetter } from '@/db/letters';
import { insertFrozenSources } from '@/db/pay';
import { insertRecording } from '@/db/recordings';
import { insertRequest, updateRequestResult } from '@/db/requests';
import { getRound, insertRound } from '@/db/rounds';
import type { RecordingKeeper } from '@/lib/domain/recordings/recording';
import { addAttachment } from '@/lib/operations/attachments/add-attachment';
import { answerComplaint } from '@/lib/operations/complaints/answer-complaint';
import { callAfterComplaint } from '@/lib/operations/complaints/call-after-complaint';
import { takeComplaint } from '@/lib/operations/complaints/take-complaint';
import { createCounterparty } from '@/lib/operations/counterparties/create-counterparty';
import { mergeCounterparties } from '@/lib/operations/counterparties/merge-counterparties';
import { updateCounterparty } from '@/lib/operations/counterparties/update-counterparty';
import { startImport } from '@/lib/operations/imports/start-import';
import { workOnImports } from '@/lib/operations/imports/work-on-imports';
import { writeLetter } from '@/lib/operations/letters/write-letter';
import { recordPurchase } from '@/lib/operations/purchases/record-purchase';
import { keepRecordings } from '@/lib/operations/recordings/keep-recordings';
import { answerRound } from '@/lib/operations/rounds/answer-round';
import { blockNumber } from '@/lib/operations/settings/block-number';
import type { TestLine } from './call-driver';
import { plannedRound } from './round-rows';
import { talkOf } from './talk-driver';

export type KnownPerson = {
  name: string;
  formerName: string;
  contact: string;
  phone: string;
  typedPhone: string;
  contactPhone: string;
  importedPhone: string;
  email: string;
  inn: string;
};

type Keepers = { recordings: RecordingKeeper; attachments: RecordingKeeper };

/** A round in which they were dissatisfied, whose complaint was answered and the second call made. */
async function complainsInRound(
  { world, company, store }: TestLine,
  counterpartyId: string,
  person: KnownPerson,
) {
  const as = (name: 'anna' | 'sofia') => world.as(company.as(name));
  const roundId = world.newId();
  const round = { ...plannedRound(world.now()), id: roundId, counterpartyId };
  await store.tx((db) => insertRound(db, round));
  const said = (words: string) => ({ verdict: 'dissatisfied' as const, words });
  await answerRound(as('anna'), {
    roundId,
    software: said(`${person.name}: виснет`),
    support: said(person.typedPhone),
    company: said('ждёт второй день'),
    letterPromised: false,
    complaint: { text: `${person.name} ждёт второй день, звонить ${person.typedPhone}`, causedBy: 'support' },
  });
  const { complaintId } = (await getRound(store.read, roundId))!;
  const at = (version: number) => ({ complaintId: complaintId!, version });
  await takeComplaint(as('sofia'), at(1));
  await answerComplaint(as('sofia'), {
    ...at(2),
    cause: `не позвонили ${person.name}`,
    answer: `позвонили ${person.name} на ${person.typedPhone}`,
  });
  const words = `${person.name} доволен`;
  await callAfterComplaint(as('anna'), { ...at(3), outcome: 'satisfied', words });
}

/** Somebody of whom there is something everywhere: called, was recorded, wrote, bought, was imported, merged and blocked. */
export async function makeKnownPerson(line: TestLine, person: KnownPerson, keepers: Keepers) {
  const { world, company, store } = line;
  const as = (name: 'anna' | 'marina' | 'clara') => world.as(company.as(name));
  const call = await line.callerCalls({ from: person.phone });
  await call.callerJoins();
  await call.answers('anna');
  await talkOf(call, 'anna').say(
    { type: 'caller.askedAboutProducts' },
    {
      type: 'manager.filledIn',
      patch: {
        card: {
          name: person.formerName,
          city: 'Кемерово',
          contactPerson: person.contact,
          phone: person.typedPhone,
        },
        note: `${person.formerName} просит позвонить на ${person.typedPhone}`,
      },
    },
    { type: 'manager.confirmedCard' },
    { type: 'manager.describedAppeal' },
    { type: 'manager.saidGoodbye' },
  );
  await call.callerHangsUp();
  await line.pass(30);
  const { counterpartyId } = await call.row();
  const cardId = counterpartyId!;

  const { version } = await updateCounterparty(as('marina'), {
    counterpartyId: cardId,
    version: 1,
    name: person.name,
    note: `знакомый: ${person.name}`,
    inn: person.inn,
    emails: [person.email],
    contracts: [`${person.inn}/1`],
    contacts: [
      {
        name: person.contact,
        role: 'бухгалтер',
        birthday: '1980-02-03',
        phone: person.contactPhone,
        phoneExtension: '',
        email: `two-${person.email}`,
      },
    ],
  });
  const { counterpartyId: otherId } = await createCounterparty(as('marina'), {
    name: person.name,
    note: person.typedPhone,
  });
  await mergeCounterparties(as('marina'), {
    counterpartyId: cardId,
    otherId,
    version,
    otherVersion: 1,
    take: {},
  });
  const file = { counterpartyId: cardId, appealId: null, name: `паспорт ${person.name}.pdf` };
  const { attachmentId } = await addAttachment(
    as('anna'),
    { ...file, contentBase64: btoa(`%PDF-1.7 ${person.inn}`) },
    keepers.attachments,
  );
  const { letterId } = await writeLetter(
    as('anna'),
    {
      to: [person.email],
      subject: 'Счёт',
      text: `Здравствуйте, ${person.name}!`,
      counterpartyId: cardId,
      appeal: {
        use: 'new',
        topic: `счёт для ${person.name}`,
        type: 'Клиентский отдел',
        projectId: null,
        note: '',
      },
      nextReactions: [
        { responsible: { kind: 'department', departmentKind: 'sales' }, dueAt: world.now() + 86_400_000 },
      ],
      attachmentIds: [attachmentId],
      keepsAddresses: false,
    },
    { hasPost: true },
  );
  await store.tx((db) => updateLetter(db, letterId, { state: 'sent', sentAt: world.now() }));
  const contractNumber = `${person.inn}/1`;
  const { purchaseId } = await recordPurchase(as('marina'), {
    counterpartyId: cardId,
    contractNumber,
    projectId: null,
    sumKopecks: 100,
    boughtOn: '2026-10-01',
    paidOn: null,
    note: person.name,
  });
  const frozen = { employeeId: 'anna', month: '2026-10', purchaseId, counterpartyId: cardId, contractNumber };
  await store.tx((db) =>
    insertFrozenSources(db, {
      purchases: [{ ...frozen, paidOn: '2026-10-01', sumKopecks: 100, why: null }],
      letters: [],
    }),
  );
  await startImport(as('clara'), {
    kind: 'counterparties',
    fileName: 'база.csv',
    text: [
      'Наименование;Договор;Телефон;Почта;Контактное лицо;Её телефон;День рождения',
      [
        ...[person.name, `${person.inn}/1`, person.importedPhone, `imported-${person.email} и ещё`],
        ...[person.contact, person.contactPhone, '5.03'],
      ].join(';'),
      `;;${person.typedPhone};;;;`,
    ].join('\n'),
    mapping: {
      ...{ 0: 'name', 1: 'contract', 2: 'phone', 3: 'emails' },
      ...{ 4: 'contactPerson', 5: 'contactPhone', 6: 'contactBirthday' },
    },
  });
  await workOnImports(line.system());
  await blockNumber(as('anna'), { phone: person.phone, reason: `${person.name} хамит`, callId: call.callId });

  await complainsInRound(line, cardId, person);

  const recordingIds: string[] = [];
  for (const kind of ['message', 'conversation'] as const) {
    const id = world.newId();
    const recordingSid = `RE-${id}`;
    line.recordings.atProvider.set(recordingSid, `RIFF the voice of ${person.name}`);
    const awaited = { state: 'awaited', attempts: 0, nextAttemptAt: 0, durationSeconds: 9 } as const;
    await store.tx((db) =>
      insertRecording(db, {
        ...awaited,
        id,
        kind,
        callId: call.callId,
        recordingSid,
        recordedAt: world.now(),
      }),
    );
    recordingIds.push(id);
  }
  await keepRecordings(line.system(), { source: line.recordings, keeper: keepers.recordings });
  await mentionElsewhere(line, person);
  return { cardId, callId: call.callId, attachmentId, recordingIds };
}

/** Where nothing but the words tells that it is about the person. */
async function mentionElsewhere({ world, company, store }: TestLine, person: KnownPerson): Promise<void> {
  const { name, phone, typedPhone, email } = person;
  await createCounterparty(world.as(company.as('marina')), {
    name: `Сосед ${person.inn.slice(0, 4)}`,
    note: `его рекомендовал ${name.toUpperCase()}, тел. ${typedPhone}, ${email}`,
  });
  const at = world.now();
  await store.tx(async (db) => {
    const key = world.newId();
    await insertRequest(db, { employeeId: 'anna', key, bodyHash: 'hash', createdAt: at });
    await updateRequestResult(db, 'anna', key, { name, phone });
    await insertCallFact(db, {
      dedupeKey: world.newId(),
      callId: null,
      callSid: 'CA-unknown',
      kind: 'call.progressed',
      event: { type: 'call.progressed', from: phone },
      sequenceNumber: null,
      occurredAt: at,
      receivedAt: at,
      effect: 'unknownCall',
    });
  });
}
