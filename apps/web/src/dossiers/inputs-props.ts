import type { Dossier, PossibleAct } from '../api/types';
import type { ActInput } from './act-input';

/** What each input of an act is given. */
export interface InputsProps {
  possible: PossibleAct;
  dossier: Dossier;
  input: ActInput;
  onChange: (input: ActInput) => void;
  attempted: boolean;
  /** Why the desk refused what was sent last. */
  problem?: unknown;
}
