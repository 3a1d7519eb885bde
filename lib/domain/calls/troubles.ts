import type { PhoneCommand, PhoneCommandState } from '@/lib/domain/telephony';
import type { CallContext } from './call-context';
import type { CallView } from './call-view';

type Command = {
  id: number;
  command: PhoneCommand;
  state: PhoneCommandState;
  attempts: number;
  problem: string | null;
  createdAt: number;
};

/**
 * What was ordered of the line, oldest first, and did not come about (yet): it waits, it was given up, or a person has to
 * look. A recording that does not begin is told by its own state, what a supervisor ordered in vain to them alone.
 */
export function troublesOf(
  commands: readonly Command[],
  { goneLegs = [] }: Pick<Partial<CallContext>, 'goneLegs'> = {},
): CallView['troubles'] {
  return commands
    .filter(({ command }) => !saidElsewhere.has(command.type))
    .filter(
      ({ state, attempts, problem }) =>
        state === 'failed' ||
        state === 'needsPerson' ||
        (state === 'pending' && attempts > 0) ||
        (state === 'started' && problem !== null),
    )
    .filter(({ command }) => command.type !== 'removeLeg' || !goneLegs.includes(command.label))
    .filter((trouble) => !commands.some((later) => later.id > trouble.id && makesGood(later, trouble)))
    .map(({ id, command, state, attempts, problem, createdAt }) => ({
      id,
      type: command.type,
      state,
      attempts,
      problem,
      createdAt,
    }));
}

const saidElsewhere: ReadonlySet<PhoneCommand['type']> = new Set([
  'startRecording',
  'joinSupervisor',
  'supervise',
]);

/**
 * A phone that could not be rung is no trouble once another was, an end refused none once the call was ended, and an order
 * of hold or mute none once a later one was obeyed.
 */
function makesGood(later: Command, { command }: Command): boolean {
  if (later.state !== 'done') return false;
  const control = controls.find((types) => types.includes(command.type));
  if (control) return control.includes(later.command.type) && legOf(later.command) === legOf(command);
  if (command.type === 'endCall') {
    return later.command.type === 'endCall' && later.command.callSid === command.callSid;
  }
  return command.type === 'join' && later.command.type === 'join';
}

const controls: readonly PhoneCommand['type'][][] = [
  ['hold', 'unhold'],
  ['mute', 'unmute'],
  ['pauseRecording', 'resumeRecording'],
];

const legOf = (command: PhoneCommand) => ('label' in command ? command.label : undefined);
