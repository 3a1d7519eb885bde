import type { Metadata } from 'next';
import { requestLanguage } from '@/app/request-language';
import { Entrance } from '@/components/employees/entrance';
import { InvitationForm } from '@/components/employees/invitation-form';
import { ButtonLink } from '@/components/ui/button-link';
import { InlineAlert } from '@/components/ui/inline-alert';
import { invitedByLink } from '@/lib/auth/one-time-link';
import { services } from '@/lib/context';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('auth.invitationTitle'), referrer: 'no-referrer' };
}

type Props = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const { t } = await requestLanguage();
  const invited = await invitedByLink((await services()).store, token, Date.now());
  if (!invited) {
    return (
      <Entrance title={t('auth.invitationTitle')} motto={t('auth.motto')}>
        <div className="flex flex-col items-start gap-4">
          <InlineAlert tone="warning">{t('auth.linkIsOver')}</InlineAlert>
          <ButtonLink href="/sign-in">{t('auth.toSignIn')}</ButtonLink>
        </div>
      </Entrance>
    );
  }
  const { email, surname, givenName } = invited;
  return (
    <Entrance
      title={t('auth.invitationTitle')}
      text={t('auth.invitationText', { name: givenName, email })}
      motto={t('auth.motto')}
    >
      <InvitationForm token={token} owner={{ email, surname, givenName }} />
    </Entrance>
  );
}
