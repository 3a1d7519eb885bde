'use client';

import { Check, Copy } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { copyText } from '@/components/copy-text';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { TextField } from '@/components/ui/text-field';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';

type Props = { employee: { id: string; hasPassword: boolean; apiTokens: number } };

type Link = { path: string | null; expiresAt: number };

/** How a person gets in: their password, a one-time link, their API tokens. */
export function EmployeeAccess({ employee }: Props) {
  const t = useTranslations('employees');
  const words = useErrorWords();
  const [link, setLink] = useState<Link | null>(null);
  const makeLink = useChange<void, Link>(
    (_, options) => api.post<Link>(`/employees/${employee.id}/one-time-link`, undefined, options),
    { onDone: setLink },
  );
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={employee.hasPassword ? 'good' : 'warning'}>
          {employee.hasPassword ? t('hasPassword') : t('noPassword')}
        </Badge>
        {employee.apiTokens > 0 ? <Badge>{t('tokenCount', { count: employee.apiTokens })}</Badge> : null}
      </div>
      <p className="text-soft">{t('linkText')}</p>
      {link ? <LinkToGive link={link} /> : null}
      {makeLink.error ? (
        <InlineAlert tone="danger" urgent>
          {words.ofError(makeLink.error)}
        </InlineAlert>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button busy={makeLink.busy} onClick={() => void makeLink.run()}>
          {t('makeLink')}
        </Button>
        {employee.apiTokens > 0 ? <RevokeTokens employeeId={employee.id} /> : null}
      </div>
    </div>
  );
}

function LinkToGive({ link }: { link: Link }) {
  const t = useTranslations('employees');
  const format = useFormatter();
  const field = useRef<HTMLInputElement>(null);
  const [copying, setCopying] = useState<'copied' | 'refused' | null>(null);
  if (!link.path) return <InlineAlert tone="warning">{t('linkLost')}</InlineAlert>;
  const address = `${location.origin}${link.path}`;
  const copy = async () => {
    const isCopied = await copyText(address);
    setCopying(isCopied ? 'copied' : 'refused');
    if (isCopied) return;
    field.current?.focus();
    field.current?.select();
  };
  return (
    <InlineAlert tone="success" title={t('linkReady')} urgent>
      <div className="flex flex-wrap items-end gap-2 pt-2">
        <TextField
          ref={field}
          label={t('linkUntil', { at: format.dateTime(link.expiresAt, 'dateTime') })}
          value={address}
          onValueChange={() => undefined}
          readOnly
          className="min-w-64 flex-1"
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button icon={copying === 'copied' ? <Check /> : <Copy />} onClick={() => void copy()}>
          {t('copyLink')}
        </Button>
      </div>
      {copying === 'refused' ? (
        <p role="alert" className="pt-1 text-sm text-warn-ink">
          {t('copyLinkFailed')}
        </p>
      ) : null}
    </InlineAlert>
  );
}

function RevokeTokens({ employeeId }: { employeeId: string }) {
  const t = useTranslations('employees');
  const words = useErrorWords();
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const revoke = useChange<void, { revoked: number }>(
    (_, options) => api.post(`/employees/${employeeId}/revoke-api-tokens`, undefined, options),
    {
      onDone: () => {
        setOpen(false);
        notify(t('tokensRevoked'));
        router.refresh();
      },
    },
  );
  return (
    <AlertDialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button variant="danger">{t('revokeTokens')}</Button>}
      title={t('revokeTitle')}
      text={t('revokeText')}
      confirmLabel={t('revokeTokens')}
      busy={revoke.busy}
      error={revoke.error ? words.ofError(revoke.error) : null}
      onConfirm={() => void revoke.run()}
    />
  );
}
