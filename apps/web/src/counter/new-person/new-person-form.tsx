import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import { ProblemNotice } from '../../components/problem-notice';
import { DateInput } from '../../forms/date-input';
import { useLanguage } from '../../shell/localized';
import type { Chosen, Intake } from '../intake-state';
import type { IdCard } from '../scan/read-id-card';
import { LikelyPersons } from './likely-persons';
import { RegisterAnswer } from './register-answer';
import { identityOf, type Stated } from './stated';
import { useNewPerson } from './use-new-person';

interface NewPersonFormProps {
  intake: Intake;
  card: IdCard | undefined;
  saveDraft: () => Promise<unknown>;
  onPerson: (person: Chosen) => void;
}

const RELATIONS = ['father', 'mother', 'spouse', 'child'] as const;
const MORE = ['ethnicity', 'nationality', 'birthPlace', 'homeTown'] as const;
const SUBMIT = 'new-person-receive';

/** Who somebody is, with whom on file they were compared, and one button that puts them there. */
export function NewPersonForm({ intake, card, saveDraft, onPerson }: NewPersonFormProps) {
  const { t } = useTranslation('persons');
  const language = useLanguage();
  const person = useNewPerson({ intake, card, saveDraft, onPerson });
  const { stated, change, likely, receiving } = person;
  const [attempted, setAttempted] = useState(false);
  const problem = receiving.isError ? asProblem(receiving.error) : undefined;
  const faults = new Map(problem?.body.fields?.map((field) => [field.pointer.replace('/identity/', ''), language === 'en' ? field.en : field.vi]));
  const found = likely.data ?? [];
  const isOpen = found.length > 0 && person.reason.trim().length < 5;
  useFocusOnReady(card !== undefined && !likely.isFetching && !person.register.isPending && found.length === 0);

  const field = (key: keyof Stated) => ({
    id: `new-person-${key}`, size: 'xs' as const, label: t(`value.${key}`), value: stated[key],
    error: faults.get(key) ?? (attempted && isNeeded(key) && stated[key].trim() === '' ? t('new.missing') : undefined),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    // Whom they may be is asked before anything is sent, for what stands here now.
    if (!person.isCompared) return person.compare();
    const needsPaper = !card && !person.isAnswerOf && person.basis.trim() === '';
    if (identityOf(stated) && !isOpen && !needsPaper && !likely.isFetching) receiving.mutate(false);
  };
  return (
    <form onSubmit={send} noValidate>
      <p>{t(card ? 'new.byCard' : 'new.byHand')}</p>
      <div className="new-person-fields">
        <TextInput {...field('fullName')} lang="vi" onChange={(event) => change({ fullName: event.currentTarget.value })} onBlur={person.compare} />
        <TextInput {...field('personalId')} inputMode="numeric" className="number" onChange={(event) => change({ personalId: event.currentTarget.value.replaceAll(/\s/g, '') })} onBlur={person.compare} />
        <DateInput {...field('birthDate')} description={t('new.bornHelp')} onChange={(birthDate) => change({ birthDate })} onBlurCapture={person.compare} />
        <NativeSelect {...field('sex')} data={[{ value: '', label: t('new.choose') }, ...(['male', 'female'] as const).map((sex) => ({ value: sex, label: t(`sex.${sex}`) }))]} onChange={(event) => change({ sex: event.currentTarget.value })} />
        <TextInput {...field('address')} lang="vi" className="wide" onChange={(event) => change({ address: event.currentTarget.value })} />
        <TextInput {...field('phone')} inputMode="tel" onChange={(event) => change({ phone: event.currentTarget.value })} />
        {MORE.map((key) => (
          <TextInput key={key} {...field(key)} lang="vi" onChange={(event) => change({ [key]: event.currentTarget.value })} />
        ))}
        {!card && (
          <TextInput
            id="new-person-basis" size="xs" className="wide" lang="vi" label={t('new.basis')} description={t('new.basisHelp')} maxLength={300} value={person.basis}
            error={faults.get('/basis') ?? (attempted && !person.isAnswerOf && person.basis.trim() === '' ? t('new.missing') : undefined)} onChange={(event) => person.setBasis(event.currentTarget.value)}
          />
        )}
        {intake.owner && (
          <NativeSelect
            id="new-person-relation" size="xs" className="wide" label={t('new.relation', { name: intake.owner.fullName })} value={person.relation}
            data={[{ value: '', label: t('new.noRelation') }, ...RELATIONS.map((kind) => ({ value: kind, label: t(`relation.${kind}`) }))]}
            onChange={(event) => person.setRelation(RELATIONS.find((kind) => kind === event.currentTarget.value) ?? '')}
          />
        )}
      </div>
      <RegisterAnswer register={person.register} mayAsk={person.mayAsk} hasProcedure={intake.procedure !== undefined} isUsed={person.isAnswerOf} />
      {likely.isError && <ProblemNotice error={likely.error} />}
      {found.length > 0 && <LikelyPersons stated={stated} found={found} reason={person.reason} setReason={person.setReason} attempted={attempted} onChoose={onPerson} />}
      {problem && problem.code !== 'person.likely-known' && (
        <ProblemNotice error={problem}>
          {problem.code === 'person.number-taken' && (
            <Button size="compact-sm" variant="default" mt={6} onClick={() => receiving.mutate(true)}>
              {t('new.withoutNumber')}
            </Button>
          )}
        </ProblemNotice>
      )}
      <Button id={SUBMIT} type="submit" mt={10} loading={receiving.isPending}>
        {t('new.receive')}
      </Button>
    </form>
  );
}

const isNeeded = (key: keyof Stated): boolean => key === 'fullName' || key === 'birthDate' || key === 'sex';

/** A card says all that is needed: one key receives its holder, once nobody on file was found to be the same. */
function useFocusOnReady(isReady: boolean): void {
  const done = useRef(false);
  useEffect(() => {
    if (!isReady || done.current) return;
    done.current = true;
    document.getElementById(SUBMIT)?.focus();
  }, [isReady]);
}
