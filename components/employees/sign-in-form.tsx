'use client';

import { type SyntheticEvent, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import { type SignInAnswer, signIn } from './sign-in';

type Props = { nextPage: string };

/** By e-mail and password. What was typed stays when it is refused. */
export function SignInForm({ nextPage }: Props) {
  const t = useTranslations('auth');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<SignInAnswer | null>(null);
  const waitSeconds = useSecondsLeft(answer);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy || waitSeconds > 0) return;
    setBusy(true);
    const next = await signIn('credentials', { email, password });
    if (next.result === 'in') return location.assign(nextPage);
    setAnswer(next);
    setBusy(false);
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        autoFocus
        required
        value={email}
        onValueChange={setEmail}
      />
      <PasswordField
        label={t('passwordLabel')}
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onValueChange={setPassword}
      />
      <Refusal answer={answer} waitSeconds={waitSeconds} />
      <Button
        type="submit"
        variant="primary"
        size="call"
        busy={busy}
        disabledReason={waitSeconds > 0 ? t('wait', { seconds: waitSeconds }) : null}
      >
        {t('signIn')}
      </Button>
      <p className="text-soft text-sm">{t('forgotten')}</p>
    </form>
  );
}

function Refusal({ answer, waitSeconds }: { answer: SignInAnswer | null; waitSeconds: number }) {
  const t = useTranslations('auth');
  if (!answer) return null;
  if (answer.result === 'wait') {
    return (
      <InlineAlert tone="warning" urgent>
        {waitSeconds > 0 ? t('tooManyAttempts') : t('tryAgain')}
      </InlineAlert>
    );
  }
  return (
    <InlineAlert tone="danger" urgent>
      {answer.result === 'unreachable' ? t('unreachable') : t('refused')}
    </InlineAlert>
  );
}

function useSecondsLeft(answer: SignInAnswer | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (answer?.result !== 'wait') return setLeft(0);
    const until = Date.now() + answer.seconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [answer]);
  return left;
}
