/** A question to the API: what stands in the address and in the body. `{name}` is an id of the scene. */
export type Question = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
};

export type Row = Question & {
  /** One sign per person, in the order of `columns`. */
  who: string;
  /** The same route asked about something else, by what it is then asked about. */
  also?: Record<string, Omit<Row, 'also'>>;
};

/**
 * `+` done or shown · `-` forbidden (403) · `0` not there for this person (404) · `!` theirs to do, but not possible in
 * the scene (409)
 */
export const columns = [
  'anna',
  'boris',
  'clara',
  'pavel',
  'polina',
  'stepan',
  'sofia',
  'marina',
  'gleb',
  'alla',
] as const;

const everybody = '+++ ++ ++ +++';
/** What is read here tells nothing of clients; whatever else is read is on record (CS-10). */
export const withoutSecrets = [
  '/access-log',
  '/blocked-numbers',
  '/call-scripts',
  '/call-scripts/[scriptId]',
  '/call-scripts/[scriptId]/traffic',
  '/call-scripts/[scriptId]/wordings',
  '/call-scripts/[scriptId]/wordings/[wordingVersion]',
  '/card-fields',
  '/cities',
  '/departments',
  '/employees',
  '/employees/[employeeId]',
  '/live',
  '/me',
  '/me/sessions',
  '/numbers',
  '/presence',
  '/projects',
  '/reactions/choices',
  '/reports/figures',
  '/reports/hours',
  '/reports/leads',
  '/reports/missed',
  '/reports/people',
  '/reports/reactions',
  '/reports/script',
  '/reports/settings',
  '/reports/views',
  '/reports/ways',
  '/settings/changes',
  '/settings/connection/[check]',
  '/settings/promises',
  '/settings/times',
  '/wallboard',
  '/wallboard/tokens',
];

const employee = {
  surname: 'Ёлкина',
  givenName: 'Вера',
  patronymic: null,
  email: 'vera@mlsit.example',
  departmentId: 'sales',
  roles: ['salesManager'],
  phone: null,
  substituteId: null,
};
const hours = { timeZone: 'Europe/Moscow', weekly: [], holidays: [] };
const city = { name: 'Томск', nameEn: 'Tomsk', region: '', timeZone: 'Asia/Tomsk', diallingCodes: ['3822'] };
const times = {
  offerSeconds: 30,
  waitingSeconds: 120,
  handOverSeconds: 25,
  returnSeconds: 30,
  resumeSeconds: 20,
  claimSeconds: 30,
  silenceSeconds: 60,
  missedCallSeconds: 900,
  afterCallSeconds: 0,
};
const reaction = { type: 'outgoingCall', topic: 'перезвонили', note: '' };
const purchase = { sumKopecks: 12_500_000, boughtOn: '2026-10-20' };
const tomorrow = '{tomorrow}';
const later = { responsible: { kind: 'department', departmentKind: 'sales' }, dueAt: tomorrow };
const month = { from: '2026-11-01', until: '2026-11-30' };
const ofAnna = { ...month, employeeId: 'anna' };
const ofSales = { ...month, departmentId: 'sales' };
const reportSettings = {
  serviceLevelFormula: 'abandonedCount',
  answerSeconds: 30,
  shortSeconds: 5,
  callBackMinutes: 30,
  repeatDays: 14,
  serviceLevelTarget: 90,
  abandonmentTarget: 5,
  leadTarget: 95,
  longestWaitSeconds: 60,
};
const csv = 'Наименование;Договор\nООО «Сосна»;А-1\n';

// Client department: a manager who owns the calls, a manager, the head; sales: a manager, the head; support: a specialist,
// the head; a member of management, the general director, the administrator.
export const matrix: Record<string, Row> = {
  'GET /access-log': { who: '--- -- -- +++' },
  'GET /appeals': { who: everybody },
  'GET /appeals/[appealId]': { who: '+++ ++ 00 ++0' },
  'PATCH /appeals/[appealId]': { who: '+++ ++ 00 ++0', body: { version: 1, topic: 'другая тема' } },
  'POST /appeals/[appealId]/close': { who: '!!! !+ 00 ++0', body: { version: 1, reason: 'передумали' } },
  'POST /appeals/[appealId]/reopen': {
    who: '!!! !! 00 !!0',
    body: { version: 1, reason: 'вернулись', nextReactions: [later] },
  },
  'DELETE /attachments/[attachmentId]': { who: '+++ -- 00 ++0' },
  'GET /attachments/[attachmentId]/file': { who: '+++ ++ 00 ++0' },
  'POST /attachments/[attachmentId]/restore': { who: '+++ -- 00 ++0' },
  'GET /blocked-numbers': { who: '+++ -- -- +++' },
  'POST /blocked-numbers': { who: '+++ -- -- +++', body: { phone: '+79991112233', reason: 'реклама' } },
  'DELETE /blocked-numbers/[e164]': { who: '--+ -- -- +++' },
  'GET /call-scripts': { who: everybody },
  'GET /call-scripts/[scriptId]': { who: everybody },
  'GET /call-scripts/[scriptId]/calls': {
    who: '+++ -- -- ++-',
    query: { ...month, step: 'greeting', figure: 'all' },
  },
  'GET /call-scripts/[scriptId]/traffic': { who: everybody, query: month },
  'GET /call-scripts/[scriptId]/unlisted-answers': { who: '+++ -- -- ++-', query: month },
  'GET /call-scripts/[scriptId]/wordings': { who: everybody },
  'POST /call-scripts/[scriptId]/wordings': {
    who: '--- -- -- ++-',
    body: { basedOn: 1, words: '{words}', note: 'проще' },
  },
  'GET /call-scripts/[scriptId]/wordings/[wordingVersion]': {
    who: everybody,
    params: { wordingVersion: '1' },
  },
  'GET /calls': { who: '+++ -+ -+ ++-' },
  'GET /calls/live': { who: '--+ -+ -+ ++-' },
  'POST /calls': { who: '!!+ ++ ++ +++', body: { phone: '+79131112244' } },
  'GET /calls/mine': { who: everybody },
  'GET /calls/missed': { who: '+++ -- -- ++-' },
  'GET /calls/unfinished': { who: everybody },
  'GET /calls/[callId]': {
    who: '+0+ 00 00 ++0',
    params: { callId: '{unfinishedCallId}' },
    also: {
      'a call that rings': { who: '+++ 00 00 ++0', params: { callId: '{ringingCallId}' } },
      'a call nobody took': { who: '+++ 00 00 ++0', params: { callId: '{missedCallId}' } },
    },
  },
  'POST /calls/[callId]/call-script/events': {
    who: '+-+ -- -- ---',
    params: { callId: '{unfinishedCallId}' },
    body: { step: '', event: { type: 'manager.filledIn', patch: { note: 'просил цены' } } },
  },
  'POST /calls/[callId]/claim': { who: '++- -- -- ---', params: { callId: '{ringingCallId}' } },
  'POST /calls/[callId]/consult': {
    who: '!-- -- -- ---',
    params: { callId: '{finishedCallId}' },
    body: { to: { kind: 'department', departmentId: 'sales' } },
  },
  'POST /calls/[callId]/consult/cancel': { who: '!-- -- -- ---', params: { callId: '{finishedCallId}' } },
  'POST /calls/[callId]/consult/complete': { who: '!-- -- -- ---', params: { callId: '{finishedCallId}' } },
  'POST /calls/[callId]/consult/leave': { who: '--- -- -- ---', params: { callId: '{finishedCallId}' } },
  'POST /calls/[callId]/consult/outside': {
    who: '!-- -- -- ---',
    params: { callId: '{finishedCallId}' },
    body: { phone: '+79131112233' },
  },
  'POST /calls/[callId]/consult/turn': {
    who: '!-- -- -- ---',
    params: { callId: '{finishedCallId}' },
    body: { talksTo: 'everyone' },
  },
  'POST /calls/[callId]/decline': {
    who: '++! !! !! !!!',
    params: { callId: '{ringingCallId}' },
    body: { reason: 'занята' },
  },
  'POST /calls/[callId]/discard': {
    who: '+-+ -- -- ---',
    params: { callId: '{unfinishedCallId}' },
    body: { reason: 'ошибка' },
  },
  'POST /calls/[callId]/hand-over': { who: '!-! -- -- ---', params: { callId: '{unfinishedCallId}' } },
  'POST /calls/[callId]/hang-up': { who: '+-- -- -- ---', params: { callId: '{finishedCallId}' } },
  'GET /calls/[callId]/review': { who: '+++ 0+ 00 ++0', params: { callId: '{finishedCallId}' } },
  'POST /calls/[callId]/help': {
    who: '!-- -- -- ---',
    params: { callId: '{finishedCallId}' },
    body: { words: 'просит скидку' },
  },
  'DELETE /calls/[callId]/help': { who: '!-- -- -- ---', params: { callId: '{finishedCallId}' } },
  'POST /calls/[callId]/hold': { who: '!-- -- -- ---', params: { callId: '{finishedCallId}' } },
  'POST /calls/[callId]/leave': { who: '!-- -- -- ---', params: { callId: '{finishedCallId}' } },
  'POST /calls/[callId]/mute': { who: '!-- -- -- ---', params: { callId: '{finishedCallId}' } },
  'POST /calls/[callId]/recording/pause': { who: '!-- -- -- ---', params: { callId: '{finishedCallId}' } },
  'POST /calls/[callId]/recording/resume': { who: '!-- -- -- ---', params: { callId: '{finishedCallId}' } },
  'POST /calls/[callId]/resume': { who: '!-- -- -- ---', params: { callId: '{finishedCallId}' } },
  'POST /calls/[callId]/supervision': {
    who: '--! -- -- !!-',
    params: { callId: '{ringingCallId}' },
    body: { mode: 'listen' },
    also: {
      'a call of sales': {
        who: '--- -! -- !!-',
        params: { callId: '{finishedCallId}' },
        body: { mode: 'listen' },
      },
    },
  },
  'PATCH /calls/[callId]/supervision': {
    who: '--- -- -- ---',
    params: { callId: '{ringingCallId}' },
    body: { mode: 'whisper' },
  },
  'DELETE /calls/[callId]/supervision': { who: '--+ -- -- ++-', params: { callId: '{ringingCallId}' } },
  'POST /calls/[callId]/supervision/take-over': {
    who: '--- -- -- ---',
    params: { callId: '{ringingCallId}' },
  },
  'POST /calls/[callId]/take-over': { who: '+-+ -- -- ---', params: { callId: '{unfinishedCallId}' } },
  'POST /calls/[callId]/transfer': {
    who: '!-- -- -- ---',
    params: { callId: '{finishedCallId}' },
    body: { to: { kind: 'department', departmentId: 'sales' } },
  },
  'POST /calls/[callId]/unmute': { who: '!-- -- -- ---', params: { callId: '{finishedCallId}' } },
  'GET /card-fields': { who: everybody },
  'POST /card-fields': { who: '--- -- -- --+', body: { name: 'Сайт', kind: 'text' } },
  'PATCH /card-fields/[cardFieldId]': { who: '--- -- -- --+', body: { isDisabled: true } },
  'GET /cities': { who: everybody },
  'POST /cities': { who: '--- -- -- +++', body: city },
  'PATCH /cities/[cityId]': { who: '--- -- -- +++', body: { isDisabled: true } },
  'GET /counterparties': { who: everybody },
  'POST /counterparties': { who: everybody, body: { name: 'ООО «Липа»' } },
  'GET /counterparties/[counterpartyId]': { who: '+++ ++ 00 ++0' },
  'PATCH /counterparties/[counterpartyId]': { who: '+++ ++ 00 ++0', body: { version: 1, note: 'важный' } },
  'GET /counterparties/[counterpartyId]/calls': { who: '+++ ++ 00 ++0' },
  'GET /counterparties/[counterpartyId]/changes': { who: '+++ ++ 00 ++0' },
  'GET /counterparties/[counterpartyId]/attachments': { who: '+++ ++ 00 ++0' },
  'POST /counterparties/[counterpartyId]/attachments': {
    who: '+++ ++ 00 ++0',
    body: { name: 'договор.pdf', contentBase64: btoa('%PDF-1.7') },
  },
  'GET /counterparties/[counterpartyId]/purchases': { who: '+++ ++ 00 ++0' },
  'POST /counterparties/[counterpartyId]/purchases': { who: '+++ ++ 00 ++0', body: purchase },
  'GET /counterparties/[counterpartyId]/timeline': { who: '+++ ++ 00 ++0' },
  'GET /counterparties/[counterpartyId]/timeline/appeals': { who: '+++ ++ 00 ++0' },
  'GET /counterparties/[counterpartyId]/comparison': {
    who: '+++ 00 00 ++0',
    query: { otherId: '{otherCardId}' },
  },
  'POST /counterparties/[counterpartyId]/merge': {
    who: '+++ -- -- ++-',
    body: { otherId: '{otherCardId}', version: 1, otherVersion: 1 },
  },
  'GET /counterparties/duplicates': { who: '+++ -- -- ++-' },
  'POST /counterparties/duplicates/[pairId]/dismiss': { who: '+++ -- -- ++-' },
  'POST /counterparties/duplicates/[pairId]/suspect': { who: '+++ -- -- ++-' },
  'POST /counterparties/merges/[mergeId]/undo': { who: '+++ -- -- ++-' },
  'GET /counterparties/similar': { who: everybody, query: { phone: '+79135556677' } },
  'GET /counterparties/caller': { who: everybody, query: { phone: '+73842581234' } },
  'GET /counterparties/search': { who: everybody, query: { query: 'василёк' } },
  'GET /departments': { who: everybody },
  'POST /departments': {
    who: '--- -- -- --+',
    body: { kind: 'support', name: 'Линия 2', nameEn: 'Line 2', hours },
  },
  'PATCH /departments/[departmentId]': { who: '--+ -- -- --+', body: { hours } },
  'POST /departments/[departmentId]/disable': {
    who: '--- -- -- --+',
    params: { departmentId: '{emptyDepartmentId}' },
  },
  'POST /departments/[departmentId]/enable': { who: '--- -- -- --+' },
  'GET /employees': { who: everybody },
  'POST /employees': { who: '--- -- -- --+', body: employee },
  'GET /employees/[employeeId]': { who: '--- -- -- --+' },
  'PATCH /employees/[employeeId]': { who: '--- -- -- --+', body: { roles: ['clientManager', 'head'] } },
  'POST /employees/[employeeId]/disable': {
    who: '--- -- -- --+',
    body: { successorId: null, reason: 'уволен' },
  },
  'POST /employees/[employeeId]/enable': { who: '--- -- -- --+' },
  'POST /employees/[employeeId]/one-time-link': { who: '--- -- -- --+' },
  'POST /employees/[employeeId]/revoke-api-tokens': { who: '--- -- -- --+' },
  'GET /exports/[list]': {
    who: everybody,
    params: { list: 'counterparties' },
    also: {
      'access log': { who: '--- -- -- +++', params: { list: 'access-log' } },
      'possible duplicates': { who: '+++ -- -- ++-', params: { list: 'duplicates' } },
      'files of a card': {
        who: '+++ ++ 00 ++0',
        params: { list: 'attachments' },
        query: { counterpartyId: '{counterpartyId}' },
      },
      calls: { who: '+++ -+ -+ ++-', params: { list: 'calls' } },
      'calls of a card': {
        who: '+++ ++ 00 ++0',
        params: { list: 'card-calls' },
        query: { counterpartyId: '{counterpartyId}' },
      },
      'calls of a report': {
        who: '+-+ -- -- ++-',
        params: { list: 'counted-calls' },
        query: { ...ofAnna, figure: 'handled' },
      },
      'missed callers': { who: '+++ -- -- ++-', params: { list: 'missed-callers' } },
      leads: { who: '+++ ++ -- ++-', params: { list: 'leads' } },
      'everybody’s letters': {
        who: '+++ -- -- ++-',
        params: { list: 'letters' },
        query: { scope: 'all' },
      },
      'rows of an import': {
        who: '--+ -- -- +++',
        params: { list: 'import-rows' },
        query: { importId: '{importId}' },
      },
      reviews: { who: '--+ -+ -+ ++-', params: { list: 'reviews' } },
      imports: { who: '--+ -- -- +++', params: { list: 'imports' } },
      'blocked numbers': { who: '+++ -- -- +++', params: { list: 'blocked-numbers' } },
      history: { who: '--+ -+ -+ +++', params: { list: 'history' } },
      'unlisted answers': {
        who: '+++ -- -- ++-',
        params: { list: 'unlisted-answers' },
        query: { scriptId: 'inbound-call', ...month },
      },
      purchases: {
        who: '+++ ++ 00 ++0',
        params: { list: 'purchases' },
        query: { counterpartyId: '{counterpartyId}' },
      },
    },
  },
  'GET /imports': { who: '--+ -- -- +++' },
  'POST /imports': {
    who: '--+ -- -- +++',
    body: {
      kind: 'counterparties',
      fileName: 'clients.csv',
      text: csv,
      mapping: { 0: 'name', 1: 'contract' },
    },
  },
  'GET /imports/[importId]': { who: '--+ -- -- +++' },
  'POST /imports/[importId]/resume': { who: '--+ -- -- +++' },
  'GET /imports/[importId]/rows': { who: '--+ -- -- +++' },
  'POST /imports/[importId]/stop': { who: '--! -- -- !!!' },
  'POST /imports/[importId]/undo': { who: '--+ -- -- +++' },
  'POST /imports/preview': { who: '--+ -- -- +++', body: { kind: 'counterparties', text: csv } },
  'GET /leads': { who: '+++ ++ -- ++-' },
  'GET /leads/[leadId]': { who: '+++ ++ 00 ++0' },
  'POST /leads/[leadId]/accept': { who: '--- ++ -- ---' },
  'POST /leads/[leadId]/decline': { who: '--- ++ -- ---', body: { reason: 'не мой регион' } },
  'GET /letters': {
    who: everybody,
    also: { 'everybody’s letters': { who: '+++ -- -- ++-', query: { scope: 'all' } } },
  },
  'POST /letters': {
    who: '+++ ++ 00 ++0',
    body: {
      to: ['client@example.com'],
      subject: 'Счёт',
      text: 'Добрый день!',
      counterpartyId: '{counterpartyId}',
      appeal: { use: 'existing', id: '{appealId}' },
    },
  },
  'POST /letters/[letterId]/resolve': { who: '+-+ -- 00 ++0', body: { as: 'wasSent' } },
  'GET /live': { who: everybody },
  'GET /me': { who: everybody },
  'PATCH /me': { who: everybody, body: { presentsAs: 'Аня' } },
  'POST /me/password': {
    who: everybody,
    body: { currentPassword: '{password}', newPassword: 'тихий омут у мельницы' },
  },
  'GET /me/sessions': { who: everybody },
  'POST /me/sessions/end-others': { who: everybody },
  'GET /next-reactions': { who: everybody },
  'GET /next-reactions/[nextReactionId]': { who: '+++ ++ 00 ++0' },
  'GET /next-reactions/board': { who: everybody },
  'GET /next-reactions/calendar': { who: everybody, query: { from: '0', until: '1000' } },
  'GET /next-reactions/slipped': { who: everybody, query: { kind: 'clientPromise' } },
  'GET /next-reactions/urgent': { who: everybody },
  'POST /next-reactions/bulk': {
    who: '--+ -+ -+ ++-',
    body: {
      rows: [{ id: '{nextReactionId}', version: 1 }],
      reason: 'не успеваем',
      change: { kind: 'postpone', dueAt: tomorrow },
    },
  },
  'POST /next-reactions/undo': {
    who: everybody,
    body: { rows: [{ id: '{nextReactionId}', version: 1 }] },
  },
  'POST /next-reactions/[nextReactionId]/close': {
    who: '--- !+ -- ---',
    body: { version: 1, reason: 'не нужно' },
  },
  'POST /next-reactions/[nextReactionId]/fulfil': {
    who: '--- ++ -- ---',
    body: { reaction, nextReactions: [later] },
  },
  'POST /next-reactions/[nextReactionId]/hand-over': {
    who: '--- !+ -- ++-',
    body: {
      version: 1,
      responsible: { kind: 'department', departmentKind: 'support' },
      reason: 'вопрос о работе программы',
    },
  },
  'POST /next-reactions/[nextReactionId]/postpone': {
    who: '--- !! -- ---',
    body: { version: 1, dueAt: tomorrow, reason: 'просил завтра' },
  },
  'GET /numbers': { who: everybody },
  'POST /numbers': { who: '--- -- -- --+', body: { phone: '+74950000000', name: 'Второй' } },
  'PATCH /numbers/[numberId]': { who: '--- -- -- --+', body: { isDisabled: true } },
  'POST /phone/token': { who: everybody },
  'GET /presence': { who: everybody },
  'PUT /presence': { who: everybody, body: { chosen: 'lunch' } },
  'POST /presence/after-call': { who: '!!! !! !! !!!', body: { change: 'end' } },
  'POST /presence/heartbeat': {
    who: '000 00 00 000',
    body: { connectionId: 'another’s', browserPhone: 'ready' },
  },
  'PUT /presence/[employeeId]': { who: '-++ -- -- -+-', body: { chosen: 'lunch' } },
  'GET /projects': { who: everybody },
  'POST /projects': { who: '--- -- -- +++', body: { name: 'ArchiSport' } },
  'PATCH /projects/[projectId]': { who: '--- -- -- +++', body: { isDisabled: true } },
  'PATCH /purchases/[purchaseId]': { who: '+++ ++ 00 ++0', body: { ...purchase, version: 1 } },
  'DELETE /purchases/[purchaseId]': { who: '+++ ++ 00 ++0' },
  'POST /purchases/[purchaseId]/restore': { who: '+++ ++ 00 ++0' },
  'GET /reactions': { who: everybody },
  'POST /reactions': {
    who: '+++ ++ 00 ++0',
    body: {
      counterparty: { use: 'existing', id: '{counterpartyId}' },
      appeal: { use: 'existing', id: '{appealId}' },
      reaction,
      nextReactions: [later],
    },
  },
  'PATCH /reactions/[reactionId]': { who: '+-+ -- -- ++-', body: { version: 1, note: 'перезвонить утром' } },
  'GET /reactions/choices': { who: everybody },
  'GET /reports/appeals': { who: everybody, query: { ...month, figure: 'made' } },
  'GET /reports/calls': {
    who: everybody,
    query: { ...month, figure: 'answered' },
    also: { 'a colleague’s': { who: '+-+ -- -- ++-', query: { ...ofAnna, figure: 'handled' } } },
  },
  'GET /reports/figures': {
    who: everybody,
    query: month,
    also: {
      'a person': { who: '+-+ -- -- ++-', query: ofAnna },
      'a department': { who: '--- ++ -- ++-', query: ofSales },
    },
  },
  'GET /reports/file': {
    who: everybody,
    query: { ...month, what: 'calls' },
    also: { 'a department': { who: '--- ++ -- ++-', query: { ...ofSales, what: 'calls' } } },
  },
  'GET /reports/hours': { who: everybody, query: month },
  'GET /reports/leads': { who: everybody, query: month },
  'GET /reports/missed': { who: everybody, query: month },
  'GET /reports/missed-callers': { who: everybody, query: { ...month, figure: 'missed' } },
  'GET /reports/next-reactions': { who: everybody, query: { ...month, figure: 'due' } },
  'GET /reports/people': { who: everybody, query: month },
  'GET /reports/reactions': { who: everybody, query: month },
  'GET /reports/routed-leads': { who: everybody, query: { ...month, figure: 'routed' } },
  'GET /reports/script': { who: everybody, query: month },
  'GET /reports/settings': { who: everybody },
  'PUT /reports/settings': { who: '--- -- -- +++', body: reportSettings },
  'GET /reports/views': { who: everybody },
  'POST /reports/views': { who: everybody, body: { name: 'Неделя', query: 'period=week' } },
  'DELETE /reports/views/[viewId]': { who: '000 00 00 000', params: { viewId: 'another’s' } },
  'GET /reports/ways': { who: everybody, query: month },
  'GET /reviews': { who: '--+ -+ -+ ++-' },
  'POST /reviews/[reactionId]': { who: '--+ -+ -0 ++-', body: {} },
  'POST /reviews/[reactionId]/acknowledge': { who: '+-- -- -- ---', body: { answer: 'уточню' } },
  'GET /recordings/[recordingId]/audio': { who: '+++ 0+ 00 ++0' },
  'GET /recordings/[recordingId]/file': { who: '--+ 0+ 00 ++0' },
  'GET /reviews/remarks': { who: everybody },
  'GET /search': { who: everybody, query: { query: 'василёк' } },
  'GET /settings/changes': { who: '--+ -+ -+ +++' },
  'GET /settings/connection/[check]': { who: '--- -- -- --+', params: { check: 'numbers' } },
  'POST /settings/connection/repairs': {
    who: '--- -- -- --!',
    body: {
      repairs: [
        { target: 'app', sid: 'AP1', name: '', field: 'voice', from: '', to: 'https://calls.example.com/' },
      ],
    },
  },
  'GET /settings/promises': { who: everybody },
  'PUT /settings/promises': {
    who: '--- -- -- --+',
    body: { commercial: 1, support: 1, cooperation: 1, callBack: 1 },
  },
  'GET /settings/times': { who: everybody },
  'PUT /settings/times': { who: '--- -- -- --+', body: times },
  'GET /wallboard': { who: '--+ -+ -+ ++-' },
  'GET /wallboard/tokens': { who: '--- -- -- +++' },
  'POST /wallboard/tokens': { who: '--- -- -- +++', body: { label: 'у окна' } },
  'POST /wallboard/tokens/[tokenId]/revoke': { who: '--- -- -- 000', params: { tokenId: 'gone' } },
};

/** For whom nothing is checked: they tell nothing of the company, or are how one gets in. */
export const openToAnyone = [
  ...['DELETE', 'GET', 'PATCH', 'POST', 'PUT'].map((method) => `${method} /[...missing]`),
  'GET /auth/[...nextauth]',
  'POST /auth/[...nextauth]',
  'GET /health',
  'GET /openapi.json',
  'GET /ping',
];

/** Proved by the signature of the phone provider, by their own tests. */
export const signedByTheLine = [
  'POST /twilio/call-status',
  'POST /twilio/conference-status',
  'POST /twilio/connection-test',
  'POST /twilio/voice/agent',
  'POST /twilio/voice/announcement',
  'POST /twilio/recording-status',
  'POST /twilio/voice/caller-left',
  'POST /twilio/voice/fallback',
  'POST /twilio/voice/hold',
  'POST /twilio/voice/inbound',
  'POST /twilio/voice/vm-done',
  'POST /twilio/voice/voicemail',
  'POST /twilio/voice/wait',
];
