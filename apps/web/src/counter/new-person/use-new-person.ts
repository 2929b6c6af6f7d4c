import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { asProblem } from '../../api/problem';
import type { DeclaredRelation } from '../../api/types';
import { newId } from '../../shell/ids';
import type { Chosen, Intake } from '../intake-state';
import type { IdCard } from '../scan/read-id-card';
import { askRegister, findLikely, receivePerson } from './calls';
import { cardSays, identityOf, isAskable, isSearchable, NOTHING, type Stated, statedByCard } from './stated';

interface NewPersonState {
  intake: Intake;
  card: IdCard | undefined;
  saveDraft: () => Promise<unknown>;
  onPerson: (person: Chosen) => void;
}

/** Who they are, whom they may be, what the register says, and the way onto the file. */
export function useNewPerson({ intake, card, saveDraft, onPerson }: NewPersonState) {
  const [stated, setStated] = useState<Stated>(() => (card ? statedByCard(card) : NOTHING));
  const [basis, setBasis] = useState('');
  const [reason, setReason] = useState('');
  const [relation, setRelation] = useState<DeclaredRelation['kind'] | ''>('');
  /** One command as long as the panel is open: pressed twice, it is received once. */
  const [personId] = useState(newId);
  /** What was looked at: a comparison holds for the number, name and birthday it was made with. */
  const [compared, setCompared] = useState(stated);
  const procedureCode = intake.procedure?.code;
  const sought = { personalId: /^\d{12}$/.test(compared.personalId) ? compared.personalId : undefined, fullName: compared.fullName.trim(), birthDate: compared.birthDate, procedureCode };
  const likely = useQuery({ queryKey: ['likely', sought], queryFn: () => findLikely(sought), enabled: isSearchable(compared), staleTime: 60_000, gcTime: 0 });
  const register = useMutation({
    mutationFn: async () => {
      await saveDraft();
      const { personalId, fullName, birthDate } = stated;
      return askRegister({ queryId: newId(), caseId: intake.dossierId, procedureCode: procedureCode ?? '', personalId, fullName: fullName.trim(), birthDate });
    },
    onSuccess: ({ identity }) => identity && setStated((before) => ({ ...before, ...identity })),
  });
  // Whoever hands over the card for this matter is asked about at once; without a matter nobody may be asked about.
  const { mutate: ask } = register;
  const askedFor = useRef(false);
  const mayAsk = procedureCode !== undefined && isAskable(stated);
  useEffect(() => {
    if (!card || !mayAsk || askedFor.current) return;
    askedFor.current = true;
    ask();
  }, [card, mayAsk, ask]);
  const answered = register.data?.identity;
  const isAnswerOf = answered !== undefined && (['personalId', 'fullName', 'birthDate', 'sex'] as const).every((key) => answered[key] === stated[key]);
  const receiving = useMutation({
    mutationFn: (numberInDoubt: boolean) => {
      const identity = identityOf(stated);
      if (!identity) throw new Error('the form lets nobody send an incomplete person');
      return receivePerson({
        personId, identity, procedureCode, caseId: intake.dossierId,
        card: card && cardSays(card),
        queryId: isAnswerOf ? register.data?.queryId : undefined,
        basis: basis.trim() || undefined,
        notSame: likely.data?.length ? { personIds: likely.data.map(({ id }) => id), reason } : undefined,
        numberInDoubt: numberInDoubt || undefined,
        relation: relation && intake.owner ? { kind: relation, otherId: intake.owner.id } : undefined,
      });
    },
    onSuccess: onPerson,
    onError: (error) => asProblem(error).code === 'person.likely-known' && void likely.refetch(),
  });
  return {
    stated, change: (part: Partial<Stated>) => setStated((before) => ({ ...before, ...part })),
    basis, setBasis, reason, setReason, relation, setRelation,
    likely, compare: () => setCompared(stated), isCompared: sameKey(compared, stated),
    register, mayAsk, isAnswerOf, receiving,
  };
}

const sameKey = (one: Stated, other: Stated): boolean => one.personalId === other.personalId && one.fullName.trim() === other.fullName.trim() && one.birthDate === other.birthDate;
