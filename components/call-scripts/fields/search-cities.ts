import { api } from '@/components/api';
import type { CityView } from '@/lib/domain/cities/cities.contract';

/** Cities that begin with what was typed; a city that is not among them may still be written. */
export async function searchCities(query: string, signal: AbortSignal): Promise<readonly CityView[]> {
  const { rows } = await api.get<{ rows: CityView[] }>('/cities', { query: { query, limit: 8 }, signal });
  return rows;
}
