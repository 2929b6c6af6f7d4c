import type { CitizenAct } from '../../api/types';
import { newId } from '../../shell/ids';
import { useKept } from '../../shell/kept';
import { act } from '../calls';
import { useSending } from './use-sending';

/** One of the citizen's own acts: what was typed survives a reload, a repeat is the same command. */
export function useOwnAct(dossierId: string, event: CitizenAct['event'], who: string) {
  const key = `citizen.act.${who}.${dossierId}.${event}`;
  const [draft, setDraft] = useKept(key, { commandId: newId(), note: '' });
  const { send, sending, problem } = useSending(dossierId, key);
  const note = draft.note.trim();
  return {
    note: draft.note,
    // The same text again is the same command, also after a cut line; another text is another one.
    write: (text: string) => setDraft({ commandId: newId(), note: text }),
    send: () => send(() => act(dossierId, { commandId: draft.commandId, event, ...(note ? { note } : {}) })),
    sending,
    problem,
  };
}
