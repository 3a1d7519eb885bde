import { isKept, isOneCall } from './acknowledged';
import { isTwiml, nothingBreaks } from './answers';
import { firesInTime } from './deadlines';
import type { Check } from './evidence';
import { heardAll } from './hearing';
import { happenedOnce, saysTheSame } from './once';
import { hasOneOwner } from './owners';
import { isFoldOfFacts } from './replay';
import { nobodyIsStranded, noLegIsLeft } from './stranded';
import { tellsWhatHappened } from './told';

/** What must hold whenever nothing is under way. */
export const invariants: readonly Check[] = [
  isKept,
  isOneCall,
  happenedOnce,
  saysTheSame,
  hasOneOwner,
  firesInTime,
  nobodyIsStranded,
  noLegIsLeft,
  isFoldOfFacts,
  isTwiml,
  nothingBreaks,
  tellsWhatHappened,
];

/** What must hold once every caller is gone and every console listens again. */
export const finalInvariants: readonly Check[] = [...invariants, heardAll];
