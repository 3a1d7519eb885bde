import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { recordId, text } from '@/lib/domain/text-field';
import { citySchema } from './city';

const cityView = citySchema.extend({
  id: z.string(),
  version: z.number(),
  disabledAt: z.number().nullable(),
});

export type CityView = z.infer<typeof cityView>;

export const cityContracts = {
  list: contract({
    method: 'get',
    path: '/cities',
    summary: 'Cities by name; `query` is the beginning of a name or of a dialling code',
    query: pageQuery.extend({
      query: text(100).default(''),
      withDisabled: z.enum(['0', '1']).default('0'),
    }),
    response: pageOf(cityView),
  }),
  create: contract({
    method: 'post',
    path: '/cities',
    summary: 'Adds a city',
    body: citySchema,
    response: z.object({ id: z.string() }),
  }),
  update: contract({
    method: 'patch',
    path: '/cities/{cityId}',
    summary:
      'Changes a city, disables it for new cards or takes it back; refused when it was changed since the given version',
    params: z.object({ cityId: recordId }),
    body: citySchema
      .extend({ isDisabled: z.boolean() })
      .partial()
      .extend({ version: z.int('invalid') }),
    response: z.object({ id: z.string(), version: z.number() }),
  }),
};
