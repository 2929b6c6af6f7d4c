import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LikelyPerson } from '../../api/types';
import { oneOf } from '../../components/words';
import { shortDate } from '../../shell/format';
import type { Chosen } from '../intake-state';
import type { Stated } from './stated';

interface LikelyPersonsProps {
  stated: Stated;
  found: readonly LikelyPerson[];
  reason: string;
  setReason: (reason: string) => void;
  attempted: boolean;
  onChoose: (person: Chosen) => void;
}

const LIKENESS = ['same-number', 'same-name-and-birth', 'same-name-and-year', 'near-name-and-birth', 'near-name-and-year'] as const;

/** Who on file may be the same, side by side with who stands here: chosen, or said to be somebody else. */
export function LikelyPersons({ stated, found, reason, setReason, attempted, onChoose }: LikelyPersonsProps) {
  const { t } = useTranslation('persons');
  const sexOf = (sex: string) => (sex === 'male' || sex === 'female' ? t(`sex.${sex}`) : '');
  return (
    <section className="likely" aria-labelledby="likely-title">
      <div role="status">
        <h3 id="likely-title">{t('likely.title', { count: found.length })}</h3>
      </div>
      <ul>
        <li className="likely-person likely-here">
          <strong>{t('likely.here')}</strong>
          <Facts name={stated.fullName} number={stated.personalId} born={stated.birthDate} sex={sexOf(stated.sex)} address={stated.address} />
        </li>
        {found.map((person) => (
          <li key={person.id} className="likely-person">
            <strong>{t(`likely.${oneOf(LIKENESS, person.likeness, 'near-name-and-year')}`)}</strong>
            <Facts name={person.fullName} number={person.maskedPersonalId} born={person.birthDate} sex={sexOf(person.sex)} address={person.address} />
            <Button size="compact-sm" variant="default" onClick={() => onChoose({ id: person.id, fullName: person.fullName })}>
              {t('likely.choose', { name: person.fullName })}
            </Button>
          </li>
        ))}
      </ul>
      <TextInput
        id="not-same-reason" size="xs" lang="vi" label={t('likely.reason')} description={t('likely.reasonHelp')} maxLength={500} value={reason}
        error={attempted && reason.trim().length < 5 ? t('likely.reasonMissing') : undefined} onChange={(event) => setReason(event.currentTarget.value)}
      />
    </section>
  );
}

function Facts({ name, number, born, sex, address }: { name: string; number: string; born: string; sex: string; address: string }) {
  const { t } = useTranslation('persons');
  return (
    <dl className="facts compact">
      <dt>{t('value.fullName')}</dt>
      <dd lang="vi">{name}</dd>
      <dt>{t('value.personalId')}</dt>
      <dd className="number">{number || t('likely.none')}</dd>
      <dt>{t('value.birthDate')}</dt>
      <dd className="number">{/^\d{4}-\d{2}-\d{2}$/.test(born) ? shortDate(born) : born}</dd>
      <dt>{t('value.sex')}</dt>
      <dd>{sex || t('likely.none')}</dd>
      <dt>{t('value.address')}</dt>
      <dd lang="vi">{address || t('likely.none')}</dd>
    </dl>
  );
}
