import { door } from '@/app/api/v1/door';
import { cityContracts } from '@/lib/domain/cities/cities.contract';
import { updateCity } from '@/lib/operations/settings/update-city';

export const PATCH = door(cityContracts.update, updateCity);
