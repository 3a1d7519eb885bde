'use client';

import { Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { z } from 'zod';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { FormSelect, FormTextField } from '@/components/ui/form-fields';
import type { CityView } from '@/lib/domain/cities/cities.contract';
import { citySchema } from '@/lib/domain/cities/city';
import { companyTimeZone } from '@/lib/domain/deadlines/time-zone';
import { localizedName } from '@/lib/domain/localized-name';
import { ChangeDialog, EntryDialog } from './entry-dialog';
import { offeredTimeZones } from './offered-time-zones';
import { useTimeZoneName } from './use-time-zone-name';

/** Codes are typed with spaces between them. */
const typedCity = citySchema.extend({
  diallingCodes: z
    .string()
    .transform((typed) => typed.split(/[\s,;]+/).filter(Boolean))
    .pipe(citySchema.shape.diallingCodes),
});

const empty = { name: '', nameEn: '', region: '', timeZone: companyTimeZone, diallingCodes: '' };

export function AddCity() {
  const t = useTranslations('cities');
  return (
    <EntryDialog
      trigger={
        <Button variant="primary" icon={<Plus />}>
          {t('add')}
        </Button>
      }
      title={t('add')}
      schema={typedCity}
      defaultValues={empty}
      keptAs="new city"
      send={(city, options) => api.post('/cities', city, options)}
      savedMessage={t('saved')}
      submitLabel={t('add')}
    >
      <CityFields timeZone={empty.timeZone} />
    </EntryDialog>
  );
}

export function EditCity({ city }: { city: CityView }) {
  const t = useTranslations('cities');
  const common = useTranslations('common');
  const locale = useLocale();
  const { name, nameEn, region, timeZone, diallingCodes, version } = city;
  return (
    <ChangeDialog
      trigger={
        <Button size="small" variant="quiet" aria-label={`${common('edit')}: ${localizedName(city, locale)}`}>
          {common('edit')}
        </Button>
      }
      title={t('edit')}
      schema={typedCity}
      values={{ name, nameEn, region, timeZone, diallingCodes: diallingCodes.join(' ') }}
      version={version}
      keptAs={`city ${city.id}`}
      path={`/cities/${city.id}`}
      noun="city"
      nounId={city.id}
      isDisabled={city.disabledAt !== null}
      savedMessage={t('saved')}
    >
      <CityFields timeZone={city.timeZone} />
    </ChangeDialog>
  );
}

function CityFields({ timeZone }: { timeZone: string }) {
  const t = useTranslations('cities');
  const zoneName = useTimeZoneName();
  return (
    <>
      <FormTextField name="name" label={t('name')} required />
      <FormTextField name="nameEn" label={t('nameEn')} lang="en" />
      <FormTextField name="region" label={t('region')} />
      <FormTextField name="diallingCodes" label={t('codes')} hint={t('codesHint')} />
      <FormSelect
        name="timeZone"
        label={t('timeZone')}
        options={offeredTimeZones(timeZone).map((zone) => ({ value: zone, label: zoneName(zone) }))}
        required
      />
    </>
  );
}
