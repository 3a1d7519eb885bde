export type AttributeShape = 'text' | 'flag' | 'number' | readonly string[];

export type VerbShape = { attributes: Record<string, AttributeShape>; children: readonly string[] };

const METHOD = ['GET', 'POST'] as const;
const PROGRESS = {
  statusCallback: 'text',
  statusCallbackEvent: 'text',
  statusCallbackMethod: METHOD,
} as const;
const RECORDING = {
  recordingStatusCallback: 'text',
  recordingStatusCallbackEvent: 'text',
  recordingStatusCallbackMethod: METHOD,
  trim: ['trim-silence', 'do-not-trim'],
} as const;
const DETECTION = {
  machineDetection: 'text',
  machineDetectionTimeout: 'number',
  machineDetectionSpeechThreshold: 'number',
  machineDetectionSpeechEndThreshold: 'number',
  machineDetectionSilenceTimeout: 'number',
  amdStatusCallback: 'text',
  amdStatusCallbackMethod: METHOD,
} as const;
const SPEECH_MARKS = [
  'break',
  'emphasis',
  'lang',
  'p',
  'phoneme',
  'prosody',
  's',
  'say-as',
  'sub',
  'w',
] as const;

/** The verbs and nouns this line carries out, with the attributes Twilio knows for them. */
export const VERBS: Record<string, VerbShape> = {
  Say: { attributes: { voice: 'text', language: 'text', loop: 'number' }, children: SPEECH_MARKS },
  Play: { attributes: { loop: 'number', digits: 'text' }, children: [] },
  Pause: { attributes: { length: 'number' }, children: [] },
  Redirect: { attributes: { method: METHOD }, children: [] },
  Hangup: { attributes: {}, children: ['Parameter'] },
  Reject: { attributes: { reason: ['rejected', 'busy'] }, children: ['Parameter'] },
  Leave: { attributes: {}, children: [] },
  Gather: {
    attributes: {
      action: 'text',
      method: METHOD,
      input: 'text',
      timeout: 'number',
      numDigits: 'number',
      finishOnKey: 'text',
      actionOnEmptyResult: 'flag',
      language: 'text',
      hints: 'text',
      speechTimeout: 'text',
      speechModel: 'text',
      maxSpeechTime: 'number',
      profanityFilter: 'flag',
      bargeIn: 'flag',
      enhanced: 'flag',
      debug: 'flag',
      partialResultCallback: 'text',
      partialResultCallbackMethod: METHOD,
    },
    children: ['Say', 'Play', 'Pause'],
  },
  Record: {
    attributes: {
      ...RECORDING,
      action: 'text',
      method: METHOD,
      timeout: 'number',
      maxLength: 'number',
      finishOnKey: 'text',
      playBeep: 'flag',
      transcribe: 'flag',
      transcribeCallback: 'text',
      recordingConfigurationId: 'text',
    },
    children: [],
  },
  Enqueue: {
    attributes: {
      action: 'text',
      method: METHOD,
      waitUrl: 'text',
      waitUrlMethod: METHOD,
      maxQueueSize: 'number',
      workflowSid: 'text',
    },
    children: ['Task'],
  },
  Dial: {
    attributes: {
      ...RECORDING,
      action: 'text',
      method: METHOD,
      timeout: 'number',
      timeLimit: 'number',
      callerId: 'text',
      hangupOnStar: 'flag',
      answerOnBridge: 'flag',
      sequential: 'flag',
      record: 'text',
      ringTone: 'text',
      recordingTrack: 'text',
      recordingConfigurationId: 'text',
      referUrl: 'text',
      referMethod: METHOD,
      events: 'text',
      passports: 'text',
    },
    children: ['Conference', 'Number', 'Sip', 'Client', 'Queue'],
  },
};

/** Verbs of Twilio's that this line passes over: they are no error. */
export const PASSED_OVER: readonly string[] = [
  'Connect',
  'Echo',
  'Pay',
  'Prompt',
  'Refer',
  'Sms',
  'Start',
  'Stop',
];

export const NOUNS: Record<string, VerbShape> = {
  Conference: {
    attributes: {
      ...RECORDING,
      participantLabel: 'text',
      startConferenceOnEnter: 'flag',
      endConferenceOnExit: 'flag',
      muted: 'flag',
      coach: 'text',
      beep: ['true', 'false', 'onEnter', 'onExit'],
      maxParticipants: 'number',
      waitUrl: 'text',
      waitMethod: METHOD,
      statusCallback: 'text',
      statusCallbackEvent: 'text',
      statusCallbackMethod: METHOD,
      eventCallbackUrl: 'text',
      record: ['do-not-record', 'record-from-start', 'true', 'false'],
      recordingConfigurationId: 'text',
      region: 'text',
      jitterBufferSize: ['large', 'medium', 'small', 'off'],
    },
    children: [],
  },
  Number: {
    attributes: { ...PROGRESS, ...DETECTION, sendDigits: 'text', url: 'text', method: METHOD, byoc: 'text' },
    children: [],
  },
  Sip: {
    attributes: {
      ...PROGRESS,
      ...DETECTION,
      username: 'text',
      password: 'text',
      url: 'text',
      method: METHOD,
    },
    children: ['Uri', 'Headers'],
  },
  Client: { attributes: { ...PROGRESS, url: 'text', method: METHOD }, children: ['Identity', 'Parameter'] },
  Queue: {
    attributes: { url: 'text', method: METHOD, reservationSid: 'text', postWorkActivitySid: 'text' },
    children: [],
  },
};
