'use client';

import { type SyntheticEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PasswordField } from '@/components/ui/password-field';
import { passwordProblem, shortestPassword } from '@/lib/domain/employees/password-rules';
import { type SignInAnswer, signIn } from './sign-in';

type Props = {
  token: string;
  owner: { email: string; surname: string; givenName: string };
};

/** A password by a one-time link; setting it signs the person in. */
export function InvitationForm({ token, owner }: Props) {
  const t = useTranslations('auth');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isTried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<SignInAnswer | null>(null);
  const problem =
    answer?.result === 'weak' && password === '' ? answer.problem : passwordProblem(password, owner);
  const isDifferent = repeated !== password;

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || problem || isDifferent) return;
    setBusy(true);
    const next = await signIn('invitation', { token, password });
    if (next.result === 'in') return location.assign('/desk');
    setAnswer(next);
    setBusy(false);
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <input type="hidden" name="username" autoComplete="username" value={owner.email} readOnly />
      <PasswordField
        label={t('newPassword')}
        hint={t('passwordHint', { count: shortestPassword })}
        autoComplete="new-password"
        autoFocus
        required
        value={password}
        onValueChange={setPassword}
        error={isTried && problem ? t(`problems.${problem}`) : undefined}
      />
      <PasswordField
        label={t('repeatPassword')}
        autoComplete="new-password"
        required
        value={repeated}
        onValueChange={setRepeated}
        error={isTried && !problem && isDifferent ? t('problems.different') : undefined}
      />
      {answer?.result === 'refused' ? (
        <InlineAlert tone="danger" urgent>
          {t('linkIsOver')}
        </InlineAlert>
      ) : null}
      {answer?.result === 'unreachable' ? (
        <InlineAlert tone="danger" urgent>
          {t('unreachable')}
        </InlineAlert>
      ) : null}
      <Button type="submit" variant="primary" size="call" busy={busy}>
        {t('setPassword')}
      </Button>
    </form>
  );
}
