import clsx from 'clsx';
import { Kbd } from './kbd';
import { keyNames } from './key-names';

type Props = { keys: string; tone?: 'plain' | 'solid'; className?: string };

/** The caps of a key combination (`ctrl+enter`). Decoration: the owner of the key says it by aria-keyshortcuts. */
export function KeyHint({ keys, tone = 'plain', className }: Props) {
  return (
    <span
      aria-hidden="true"
      className={clsx('ml-1 inline-flex items-center gap-0.5 phone:hidden', className)}
    >
      {keyNames(keys).map((name, index) => (
        <Kbd key={index} tone={tone}>
          {name}
        </Kbd>
      ))}
    </span>
  );
}
