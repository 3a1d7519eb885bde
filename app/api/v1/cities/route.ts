import { door } from '@/app/api/v1/door';
import { cityContracts } from '@/lib/domain/cities/cities.contract';
import { createCity } from '@/lib/operations/settings/create-city';
import { listCities } from '@/lib/operations/settings/list-cities';

export const GET = door(cityContracts.list, listCities);
export const POST = door(cityContracts.create, createCity);
