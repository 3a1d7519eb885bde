import clsx from 'clsx';
import { Kbd } from './kbd';
import { keyNames } from './key-names';

type Props = { keys: string; tone?: 'plain' | 'solid'; className?: string };

/** A key combination (`ctrl+enter`) in one cap. Decoration: the owner of the key says it by aria-keyshortcuts. */
export function KeyHint({ keys, tone = 'plain', className }: Props) {
  return (
    <span
      aria-hidden="true"
      data-keys=""
      className={clsx('ml-1 inline-flex items-center phone:hidden', className)}
    >
      <Kbd tone={tone}>{keyNames(keys).join('+')}</Kbd>
    </span>
  );
}
