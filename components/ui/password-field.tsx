'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from './icon-button';
import { TextField, type TextFieldProps } from './text-field';

/** A password that can be looked at; pasting and password managers work. Give `autoComplete`. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'after'>) {
  const t = useTranslations('common.password');
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={isShown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="none"
      after={
        <IconButton
          size="small"
          label={isShown ? t('hide') : t('show')}
          icon={isShown ? <EyeOff /> : <Eye />}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        />
      }
    />
  );
}
