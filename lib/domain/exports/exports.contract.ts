import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { exportedLists } from './exported-list';

export const exportContracts = {
  take: contract({
    method: 'get',
    path: '/exports/{list}',
    summary:
      'A list as a file for spreadsheets, narrowed by the filters that the list itself takes; who took it is kept (CS-10)',
    params: z.object({ list: z.enum(exportedLists, 'notAChoice') }),
    query: z.looseObject({ language: z.enum(['ru', 'en'], 'notAChoice').default('ru') }),
    response: z.string(),
    mediaType: 'text/csv',
  }),
};
