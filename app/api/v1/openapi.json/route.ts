import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { contracts } from '@/app/api/v1/contracts';
import type { Contract } from '@/lib/domain/contract';

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
          session: { type: 'apiKey', in: 'cookie', name: 'callboard.session' },
        },
      },
      paths: pathsOf(),
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

const refusal = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
  }),
});

const idempotencyKey = z.object({ 'Idempotency-Key': z.string().min(1).max(200) });

function operationOf(noun: string, name: string, contract: Contract): ZodOpenApiOperationObject {
  const isChange = contract.method !== 'get';
  return {
    operationId: `${noun}.${name}`,
    summary: contract.summary,
    tags: [noun],
    requestParams: {
      path: contract.params as z.ZodObject | undefined,
      query: contract.query as z.ZodObject | undefined,
      header: isChange ? idempotencyKey : undefined,
    },
    requestBody: contract.body ? { content: { 'application/json': { schema: contract.body } } } : undefined,
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: contract.response } } },
      ...Object.fromEntries(
        [400, 401, 403, 404, 409].map((status) => [
          String(status),
          { description: 'Refused', content: { 'application/json': { schema: refusal } } },
        ]),
      ),
    },
  };
}
