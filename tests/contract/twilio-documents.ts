import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Twilio's OpenAPI of one product, as its own command line ships it. */
export type TwilioDocument = {
  /** By path and method, beside what else is told of a path. */
  paths: Record<string, Record<string, Operation | { responses?: undefined }>>;
  components: { schemas: Record<string, Schema> };
};
type Schema = { [key: string]: unknown; properties?: Record<string, Schema> };
type Content = Record<string, { schema?: Schema; encoding?: Record<string, object> }>;
type Operation = { requestBody?: { content: Content }; responses: Record<string, { content?: Content }> };

const folder = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@twilio/cli-core/package.json')),
  'src/services/twilio-api',
);

/** What a console asks of its line: calls, rooms, recordings, and the account they belong to. */
const spoken = {
  api_v2010:
    /^\/2010-04-01\/Accounts\/\{(Sid|AccountSid)\}(\/(Calls|Conferences|Recordings|Applications|IncomingPhoneNumbers|Keys|Notifications)(\/\{\w+\}(\/(Recordings|Participants)(\/\{\w+\})?)?)?)?\.json$/,
  routes_v2: /^\/v2\/PhoneNumbers\//,
  trusthub_v1: /^\/v1\/CustomerProfiles$/,
};

/** JSON Schema knows none of Twilio's formats and would take any text for them. */
const formats: Record<string, string> = {
  'date-time-rfc-2822':
    '^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000$',
  currency: '^[A-Z]{3}$',
  'phone-number': '^\\+\\d+$',
  'http-method': '^(GET|POST)$',
};

/** As the SDK reads an error (twilio/lib/base/RestException); the documents leave it out. */
const problem = {
  type: 'object',
  required: ['code', 'message', 'more_info', 'status'],
  properties: {
    code: { type: 'integer' },
    message: { type: 'string' },
    more_info: { type: 'string' },
    status: { type: 'integer' },
  },
  additionalProperties: false,
};

/** What Twilio documents of the calls that are spoken here, with formats that are checked and no answer of what is not documented. */
export function twilioDocuments(): TwilioDocument[] {
  return Object.entries(spoken).map(([product, isSpoken]) => {
    const document: TwilioDocument = JSON.parse(
      readFileSync(path.join(folder, `twilio_${product}.json`), 'utf8'),
      (_, value) => withPattern(value),
    );
    document.paths = Object.fromEntries(
      Object.entries(document.paths).filter(([each]) => isSpoken.test(each)),
    );
    for (const schema of Object.values(document.components.schemas)) close(schema);
    for (const { responses, requestBody } of operationsOf(document)) {
      for (const { content } of Object.values(responses)) {
        for (const { schema } of Object.values(content ?? {})) close(schema);
      }
      responses.default = { content: { 'application/json': { schema: problem } } };
      for (const form of Object.values(requestBody?.content ?? {})) {
        form.encoding = repeated(form);
        const application = form.schema?.properties?.VoiceApplicationSid;
        if (application) form.schema!.properties!.VoiceApplicationSid = orNothing(application);
      }
    }
    return document;
  });
}

function operationsOf({ paths }: TwilioDocument): Operation[] {
  return Object.values(paths)
    .flatMap((each) => Object.values(each))
    .filter((each): each is Operation => each.responses !== undefined);
}

function withPattern(value: unknown): unknown {
  const { format } = (value ?? {}) as Schema;
  // Twilio's addresses of pages are relative, as its own examples show.
  if (format === 'uri') return { ...(value as Schema), format: 'uri-reference' };
  const pattern = formats[format as string];
  return pattern ? { ...(value as Schema), pattern } : value;
}

function close(schema: Schema | undefined): void {
  if (schema?.properties) schema.additionalProperties = false;
}

/** An application is taken off a number by an empty SID; the documents tell the form of a SID alone. */
function orNothing({ minLength: _, maxLength: __, pattern, ...schema }: Schema): Schema {
  return { ...schema, pattern: `^$|${pattern}` };
}

/** A list is sent as its name repeated: the default of OpenAPI, which Prism wants told. */
function repeated({ schema }: Content[string]): Record<string, object> {
  return Object.fromEntries(
    Object.entries(schema?.properties ?? {})
      .filter(([, { type }]) => type === 'array')
      .map(([name]) => [name, { style: 'form', explode: true }]),
  );
}
