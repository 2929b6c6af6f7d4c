import { client, result } from '../../api/client';
import type { AskRegister, ReceivePerson, Sought } from '../../api/types';

/** Who on file may be the same person. */
export const findLikely = (body: Sought) => result(client.POST('/api/counter/persons/likely', { body }));

/** Asks the population register about somebody on no file; it answers within about two seconds, whatever happens there. */
export const askRegister = (body: AskRegister) => result(client.POST('/api/counter/persons/register', { body }));

export const receivePerson = (body: ReceivePerson) => result(client.POST('/api/counter/persons', { body }));
