import { DEFECTS, type Defect } from '../line/account.ts';
import { ControlError } from './control-error.ts';

/** The defects an account shall have. Throws ControlError 400 with the names of all. */
export function defectsOf({ defects }: Record<string, unknown>): Defect[] {
  const isKnown = (defect: unknown): defect is Defect => DEFECTS.some((known) => known === defect);
  if (Array.isArray(defects) && defects.every(isKnown)) return defects;
  throw new ControlError(400, `defects is a list of ${DEFECTS.join(', ')}`);
}
