import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { contracts } from '@/app/api/v1/contracts';
import { refusalStatuses } from '@/app/api/v1/refusal-statuses';
import { cookieName } from '@/lib/auth/cookies';
import { publicOrigin } from '@/lib/context';
import type { Contract } from '@/lib/domain/contract';
import type { ErrorCode } from '@/lib/domain/errors';
import { webhookBodyOf, webhookEventKinds } from '@/lib/domain/webhooks/webhook-event';

export const dynamic = 'force-dynamic';

/** The API's own description, made from the schemas that the door parses with. */
export function GET(): Response {
  return Response.json(
    createDocument({
      openapi: '3.1.0',
      info: {
        title: 'Callboard',
        version: '1',
        description:
          'Every change of Callboard. Send a session cookie or `Authorization: Bearer …`; changes need an `Idempotency-Key`.',
      },
      servers: [{ url: '/api/v1' }],
      security: [{ bearer: [] }, { session: [] }],
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: cookieName('session', { publicUrl: publicOrigin() }),
          },
        },
      },
      paths: pathsOf(),
      webhooks: Object.fromEntries(webhookEventKinds.map((kind) => [kind, { post: eventOf(kind) }])),
    }),
  );
}

function pathsOf(): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const [noun, routes] of Object.entries(contracts)) {
    for (const [name, contract] of Object.entries(routes)) {
      paths[contract.path] = {
        ...paths[contract.path],
        [contract.method]: operationOf(noun, name, contract),
      };
    }
  }
  return paths;
}

const eventHeaders = z.object({
  'webhook-id': z.string().describe('The same whenever this event is sent again'),
  'webhook-timestamp': z.string().describe('When it was sent, in seconds since the epoch'),
  'webhook-signature': z
    .string()
    .describe('`v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`, one by each valid secret'),
});

/** What a subscriber of `/webhooks` is sent. */
function eventOf(kind: (typeof webhookEventKinds)[number]): ZodOpenApiOperationObject {
  return {
    operationId: `webhook.${kind}`,
    tags: ['webhooks'],
    requestParams: { header: eventHeaders },
    requestBody: { content: { 'application/json': { schema: webhookBodyOf(kind) } } },
    responses: {
      200: { description: 'Taken; anything but 2xx is sent again, 410 switches the address off' },
    },
  };
}

const changeHeaders = z.object({
  'Idempotency-Key': z.string().min(1).max(200),
  'As-Person': z.string().optional(),
});

function operationOf(noun: string, name: string, contract: Contract): ZodOpenApiOperationObject {
  const isChange = contract.method !== 'get';
  return {
    operationId: `${noun}.${name}`,
    summary: contract.summary,
    tags: [noun],
    requestParams: {
      ...(contract.params && { path: contract.params as z.ZodObject }),
      ...(contract.query && { query: contract.query as z.ZodObject }),
      ...(isChange && { header: changeHeaders }),
    },
    ...(contract.body && { requestBody: { content: { 'application/json': { schema: contract.body } } } }),
    responses: {
      200: {
        description: 'Done',
        content: { [contract.mediaType ?? 'application/json']: { schema: contract.response } },
      },
      ...(isChange ? refusalsOfChange : refusalsOfRead),
    },
  };
}

/** What only a request with a body and a key, or one that changes something, can be refused for. */
const ofChangesAlone: ErrorCode[] = [
  'conflict',
  'alreadyClaimed',
  'staleStep',
  'notPossibleNow',
  'tooLarge',
  'idempotencyKeyMissing',
  'idempotencyKeyReused',
];
const codes = Object.keys(refusalStatuses) as ErrorCode[];
const refusalsOfChange = refusalsFor(codes);
const refusalsOfRead = refusalsFor(codes.filter((code) => !ofChangesAlone.includes(code)));

function refusalsFor(possible: readonly ErrorCode[]): ZodOpenApiOperationObject['responses'] {
  const byStatus = Map.groupBy(possible, (code) => String(refusalStatuses[code]));
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => {
      const error = z.looseObject({
        code: z.enum(ofStatus),
        message: z.string(),
        fields: z.record(z.string(), z.string()).optional(),
        reason: z.string().optional().describe('Which of several refusals of that code it is'),
      });
      const schema = z.object({ error });
      return [
        status,
        { description: `Refused: ${ofStatus.join(', ')}`, content: { 'application/json': { schema } } },
      ];
    }),
  );
}
