'use client';

import { Minus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useRunningCall } from '@/components/calls/running-call';
import { useCityDirectory } from '@/components/cities/city-directory-provider';
import { phoneWarning } from '@/components/counterparties/phone-warning';
import { useDepartmentName } from '@/components/reactions/department-name';
import { DateTimeField } from '@/components/ui/date-time-field';
import { IconButton } from '@/components/ui/icon-button';
import { SelectField } from '@/components/ui/select-field';
import { SuggestField } from '@/components/ui/suggest-field';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { CityView } from '@/lib/domain/cities/cities.contract';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { untoldContact } from '@/lib/domain/counterparties/counterparty';
import { departmentKinds } from '@/lib/domain/employees/roles';
import { recordLimits } from '@/lib/domain/reactions/record-limits';
import { useDirectory } from './directory';
import type { DraftFieldName } from './draft-field-name';
import { searchCities } from './search-cities';
import { subjectOfWords } from './subject-of-words';

const cityName = (city: CityView) => city.name;

type Props = { name: DraftFieldName; required?: boolean };

/** One field of the draft, typed into. */
export function DraftInput({ name, required }: Props) {
  const t = useTranslations('callScripts.fields');
  const tCard = useTranslations('counterparties');
  const tRounds = useTranslations('rounds');
  const { draft, fill } = useRunningCall();
  const { projects, departments } = useDirectory();
  const departmentName = useDepartmentName();
  const cities = useCityDirectory();
  const { card, appeal, complaint } = draft;
  const label = t(name);
  switch (name) {
    case 'name':
    case 'category':
      return (
        <TextField
          {...{ label, required }}
          value={card[name]}
          maxLength={cardLimits[name]}
          onValueChange={(value) => fill({ card: { [name]: value } })}
        />
      );
    case 'city':
      return (
        <SuggestField
          {...{ label, required }}
          value={card.city}
          maxLength={cardLimits.city}
          onValueChange={(city) => fill({ card: { city } })}
          search={searchCities}
          itemLabel={cityName}
          itemDetail={(city) => city.region}
        />
      );
    case 'contactPerson':
      return (
        <div className="flex items-end gap-1">
          <TextField
            {...{ label, required }}
            className="flex-1"
            value={card.contactPerson}
            maxLength={cardLimits.contactPerson}
            onValueChange={(contactPerson) => fill({ card: { contactPerson } })}
          />
          <IconButton
            label={tCard('untoldAction')}
            icon={<Minus />}
            variant="secondary"
            onClick={() => fill({ card: { contactPerson: untoldContact } })}
          />
        </div>
      );
    case 'phone': {
      const city = card.city.trim() || (draft.chosenCounterparty?.city ?? '');
      const warning = phoneWarning(card.phone, city, cities);
      return (
        <div className="grid grid-cols-[minmax(0,1fr)_5rem] gap-2">
          <TextField
            {...{ label, required }}
            inputMode="tel"
            value={card.phone}
            maxLength={cardLimits.phone}
            warning={warning && tCard(`phoneWarning.${warning}`)}
            onValueChange={(phone) => fill({ card: { phone } })}
          />
          <TextField
            label={tCard('fields.phoneExtension')}
            inputMode="numeric"
            value={card.phoneExtension}
            maxLength={cardLimits.phoneExtension}
            onValueChange={(phoneExtension) => fill({ card: { phoneExtension } })}
          />
        </div>
      );
    }
    case 'topic':
      return (
        <TextField
          {...{ label, required }}
          value={appeal.topic}
          maxLength={recordLimits.topic}
          onValueChange={(topic) => fill({ appeal: { topic } })}
        />
      );
    case 'appealType':
      return (
        <TextField
          label={label}
          value={appeal.type}
          maxLength={recordLimits.type}
          onValueChange={(type) => fill({ appeal: { type } })}
        />
      );
    case 'project':
      return (
        <SelectField
          label={label}
          options={[
            { value: '', label: '—' },
            ...projects.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={appeal.project?.id ?? ''}
          onValueChange={(id) =>
            fill({ appeal: { project: projects.find((project) => project.id === id) ?? null } })
          }
        />
      );
    case 'appealNote':
      return (
        <TextArea
          label={label}
          rows={2}
          value={appeal.note}
          maxLength={recordLimits.note}
          onValueChange={(note) => fill({ appeal: { note } })}
        />
      );
    case 'complaintText':
      return (
        <TextArea
          {...{ label, required }}
          rows={4}
          value={complaint.text}
          maxLength={recordLimits.note}
          onValueChange={(text) => fill({ complaint: { text } })}
        />
      );
    case 'softwareWords':
    case 'supportWords':
    case 'companyWords': {
      const subject = subjectOfWords[name];
      return (
        <TextArea
          label={label}
          rows={3}
          value={draft.satisfaction?.[subject] ?? ''}
          maxLength={recordLimits.note}
          onValueChange={(words) => fill({ satisfaction: { [subject]: words } })}
        />
      );
    }
    case 'complaintDepartment':
      return (
        <SelectField
          {...{ label, required }}
          options={departmentKinds.flatMap((kind) => {
            const department = departments.find((each) => each.kind === kind);
            return department ? [{ value: kind, label: departmentName(department) }] : [];
          })}
          value={complaint.departmentKind}
          onValueChange={(departmentKind) => fill({ complaint: { departmentKind } })}
        />
      );
    case 'email':
      return (
        <TextField
          {...{ label, required }}
          inputMode="email"
          value={draft.email ?? ''}
          maxLength={cardLimits.email}
          onValueChange={(email) => fill({ email })}
        />
      );
    case 'deliveryOn':
      return (
        <DateTimeField
          {...{ label, required }}
          precision="date"
          value={draft.deliveryOn ?? ''}
          onValueChange={(deliveryOn) => fill({ deliveryOn })}
        />
      );
    case 'callBackAt':
      return (
        <DateTimeField
          {...{ label, required }}
          hint={tRounds('callBackHint')}
          value={draft.callBackAt ?? ''}
          onValueChange={(callBackAt) => fill({ callBackAt })}
        />
      );
  }
}
