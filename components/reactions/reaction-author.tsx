'use client';

import { useTranslations } from 'use-intl';
import { DescriptionList } from '@/components/ui/description-list';
import { TextLink } from '@/components/ui/text-link';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { useDepartmentName } from './department-name';
import type { ReactionStart } from './reaction-start';

export type ReactionPerson = { id: string; name: string; departmentKind: DepartmentKind };

type Props = {
  person: ReactionPerson;
  departments: readonly { kind: DepartmentKind; name: string; nameEn: string }[];
  start: ReactionStart | undefined;
};

/** CARD: who records the act, and by which call. */
export function ReactionAuthor({ person, departments, start }: Props) {
  const t = useTranslations('reactions');
  const departmentName = useDepartmentName();
  const department = departments.find(({ kind }) => kind === person.departmentKind);
  return (
    <DescriptionList
      entries={[
        { term: t('card.department'), value: department ? departmentName(department) : '…' },
        { term: t('card.employee'), value: person.name },
        start?.callId
          ? {
              term: t('card.byCall'),
              value: (
                <TextLink href={`/calls/${start.callId}`}>
                  {start.callerName ?? start.callerPhone ?? t('showCall')}
                </TextLink>
              ),
            }
          : null,
      ]}
    />
  );
}
