'use client';

import { useTranslations } from 'use-intl';
import { DescriptionList } from '@/components/ui/description-list';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { type CounterpartyStatus, counterpartyStatuses } from '@/lib/domain/counterparties/counterparty';
import { AssignedToField } from './assigned-to-field';
import type { CardForm, CardRights } from './card-form';
import { CityField } from './city-field';
import { ContactFields } from './contact-fields';
import { ContactPersonField } from './contact-person-field';
import { ContractFields } from './contract-fields';
import { EmailFields } from './email-fields';
import { InnFields } from './inn-fields';
import { OwnFieldInputs } from './own-field-inputs';
import { PhoneFields } from './phone-fields';
import { PriceTypeField } from './price-type-field';
import { ProductFields } from './product-fields';

type Props = {
  form: CardForm;
  /** Whose client the card is. */
  assignedTo: CardPage['card']['assignedTo'];
  may: CardRights;
  onChange: (change: Partial<CardForm>) => void;
  /** Why a field is refused, by its path. */
  errorOf: (path: string) => string | undefined;
};

/** Everything people type of a card. */
export function CardEditFields({ form, assignedTo, may, onChange, errorOf }: Props) {
  const t = useTranslations('counterparties');
  return (
    <>
      <TextField
        label={t('fields.name')}
        required
        maxLength={cardLimits.name}
        className="desk:col-span-2"
        value={form.name}
        onValueChange={(name) => onChange({ name })}
        error={errorOf('name')}
      />
      <TextField
        label={t('fields.category')}
        maxLength={cardLimits.category}
        value={form.category}
        onValueChange={(category) => onChange({ category })}
        error={errorOf('category')}
      />
      {may.editStatus ? (
        <SelectField<CounterpartyStatus>
          label={t('fields.status')}
          options={counterpartyStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          value={form.status}
          onValueChange={(status) => onChange({ status })}
          error={errorOf('status')}
        />
      ) : null}
      <CityField value={form.city} onValueChange={(city) => onChange({ city })} error={errorOf('city')} />
      <ContactPersonField
        value={form.contactPerson}
        onValueChange={(contactPerson) => onChange({ contactPerson })}
        error={errorOf('contactPerson')}
      />
      <InnFields inn={form.inn} kpp={form.kpp} onChange={onChange} errorOf={errorOf} />
      <PriceTypeField
        value={form.priceType}
        onValueChange={(priceType) => onChange({ priceType })}
        error={errorOf('priceType')}
      />
      <PhoneFields
        phones={form.phones}
        city={form.city}
        onChange={(phones) => onChange({ phones })}
        errorOf={(index) => errorOf(`phones.${index}.raw`)}
      />
      <EmailFields
        emails={form.emails}
        onChange={(emails) => onChange({ emails })}
        errorOf={(index) => errorOf(`emails.${index}`)}
      />
      <ContactFields
        contacts={form.contacts}
        onChange={(contacts) => onChange({ contacts })}
        errorOf={(path) => errorOf(`contacts.${path}`)}
      />
      <ProductFields products={form.products} isWanted onChange={(products) => onChange({ products })} />
      <ContractFields
        contracts={form.contracts}
        onChange={(contracts) => onChange({ contracts })}
        errorOf={(index) => errorOf(`contracts.${index}`)}
      />
      {may.assign ? (
        <AssignedToField
          value={form.assignedTo}
          current={assignedTo}
          onValueChange={(employeeId) => onChange({ assignedTo: employeeId })}
          error={errorOf('assignedTo')}
        />
      ) : (
        <DescriptionList
          stacked
          entries={[{ term: t('fields.assignedTo'), value: assignedTo?.name ?? t('nobody') }]}
        />
      )}
      <OwnFieldInputs
        values={form.ownFields}
        onChange={(ownFields) => onChange({ ownFields })}
        errorOf={errorOf}
      />
      <TextArea
        label={t('fields.note')}
        maxLength={cardLimits.note}
        className="desk:col-span-2"
        value={form.note}
        onValueChange={(note) => onChange({ note })}
        error={errorOf('note')}
      />
    </>
  );
}
