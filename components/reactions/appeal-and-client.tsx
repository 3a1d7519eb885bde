'use client';

import { useTranslations } from 'use-intl';
import { OpenAppealChoice } from '@/components/appeals/open-appeal-choice';
import { CardFieldsForm } from '@/components/counterparties/card-fields-form';
import { CounterpartySearch } from '@/components/counterparties/counterparty-search';
import { InlineAlert } from '@/components/ui/inline-alert';
import { useErrorWords } from '@/components/use-error-words';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import { MakeOrChoose } from './make-or-choose';
import { NewAppealFields } from './new-appeal-fields';
import { type ReactionDraft, withClient, withNewClient } from './reaction-draft';
import type { FieldProblems } from './reaction-request';

type Props = {
  draft: ReactionDraft;
  onChange: (draft: ReactionDraft) => void;
  choices: ReactionChoices | null;
  problems: FieldProblems;
};

/** CARD: the appeal and, inside it, its client; each is made new («V») or chosen («…»). */
export function AppealAndClient({ draft, onChange, choices, problems }: Props) {
  const t = useTranslations('reactions.card');
  const { appeal, client } = draft;
  const setMode = (mode: 'new' | 'existing') => onChange({ ...draft, appeal: { ...appeal, mode } });
  return (
    <section aria-label={t('appeal')} className="flex flex-col gap-3 rounded-md border border-line p-3">
      <header className="flex flex-wrap items-center gap-3">
        <h3 className="font-semibold">{t('appeal')}</h3>
        <MakeOrChoose
          mode={appeal.mode}
          onModeChange={setMode}
          newLabel={t('newAppeal')}
          existingLabel={t('chooseAppeal')}
        />
      </header>
      <ClientPart draft={draft} onChange={onChange} problems={problems} />
      {appeal.mode === 'new' ? (
        <NewAppealFields draft={draft} onChange={onChange} choices={choices} problems={problems} />
      ) : client.mode === 'existing' && client.chosen ? (
        <ChosenAppeal draft={draft} onChange={onChange} problems={problems} />
      ) : (
        <InlineAlert>{t('chooseClientFirst')}</InlineAlert>
      )}
    </section>
  );
}

function ClientPart({ draft, onChange, problems }: Omit<Props, 'choices'>) {
  const t = useTranslations('reactions.card');
  const words = useErrorWords();
  const { client } = draft;
  return (
    <section aria-label={t('client')} className="flex flex-col gap-3 border-line border-l-2 pl-3">
      <header className="flex flex-wrap items-center gap-3">
        <h4 className="font-semibold">{t('client')}</h4>
        <MakeOrChoose
          mode={client.mode}
          onModeChange={(mode) =>
            onChange(mode === 'new' ? withNewClient(draft) : withClient(draft, client.chosen))
          }
          newLabel={t('newClient')}
          existingLabel={t('chooseClient')}
        />
      </header>
      {client.mode === 'existing' ? (
        <CounterpartySearch
          label={t('searchClient')}
          required
          value={client.chosen}
          onValueChange={(card) => onChange(withClient(draft, card))}
          error={problems.counterparty && words.ofField(problems.counterparty)}
        />
      ) : (
        <CardFieldsForm
          fields={client.fields}
          onChange={(fields) => onChange({ ...draft, client: { ...client, fields } })}
          problems={withoutPrefix(problems, 'counterparty.fields.')}
        />
      )}
    </section>
  );
}

function ChosenAppeal({ draft, onChange, problems }: Omit<Props, 'choices'>) {
  const words = useErrorWords();
  const { appeal, client } = draft;
  return (
    <OpenAppealChoice
      counterpartyId={client.chosen!.id}
      value={appeal.chosen}
      onValueChange={(chosen) => onChange({ ...draft, appeal: { ...appeal, chosen } })}
      error={problems.appeal && words.ofField(problems.appeal)}
    />
  );
}

const withoutPrefix = (problems: FieldProblems, prefix: string) =>
  Object.fromEntries(
    Object.entries(problems)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, message]) => [path.slice(prefix.length), message]),
  );
