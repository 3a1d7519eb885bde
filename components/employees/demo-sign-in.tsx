'use client';

import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/avatar';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Spinner } from '@/components/ui/spinner';
import type { Role } from '@/lib/domain/employees/roles';
import { signIn } from './sign-in';

export type DemoDepartment = {
  id: string;
  name: string;
  people: { id: string; name: string; roles: readonly Role[] }[];
};

type Props = { departments: readonly DemoDepartment[]; nextPage: string };

/** The demo company: one press per person, department by department. */
export function DemoSignIn({ departments, nextPage }: Props) {
  const t = useTranslations('auth');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [hasFailed, setFailed] = useState(false);

  const choose = async (employeeId: string) => {
    if (chosenId) return;
    setChosenId(employeeId);
    setFailed(false);
    const answer = await signIn('demo', { employeeId });
    if (answer.result === 'in') return location.assign(nextPage);
    setChosenId(null);
    setFailed(true);
  };

  return (
    <div className="flex flex-col gap-5">
      {hasFailed ? (
        <InlineAlert tone="danger" urgent>
          {t('unreachable')}
        </InlineAlert>
      ) : null}
      <div className="grid grid-cols-1 gap-x-6 gap-y-5 desk:grid-cols-2">
        {departments.map((department) => (
          <section key={department.id} aria-labelledby={`department-${department.id}`}>
            <h2
              id={`department-${department.id}`}
              className="pb-1.5 font-semibold text-soft text-sm uppercase tracking-wide"
            >
              {department.name}
            </h2>
            <ul className="flex flex-col gap-1">
              {department.people.map((person) => (
                <li key={person.id}>
                  <Person
                    person={person}
                    isChosen={chosenId === person.id}
                    isOff={chosenId !== null}
                    onChoose={() => void choose(person.id)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

type PersonProps = {
  person: DemoDepartment['people'][number];
  isChosen: boolean;
  isOff: boolean;
  onChoose: () => void;
};

function Person({ person, isChosen, isOff, onChoose }: PersonProps) {
  const t = useTranslations('employees.roles');
  return (
    <button
      type="button"
      onClick={onChoose}
      aria-disabled={isOff || undefined}
      className="group flex w-full items-center gap-3 rounded-md border border-line bg-surface px-3 py-2 text-left hover:border-accent hover:bg-accent-tint"
    >
      <Avatar name={person.name} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{person.name}</span>
        <span className="block truncate text-soft text-sm">
          {person.roles.map((role) => t(role)).join(', ')}
        </span>
      </span>
      {isChosen ? (
        <Spinner />
      ) : (
        <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-faint group-hover:text-accent-ink" />
      )}
    </button>
  );
}
