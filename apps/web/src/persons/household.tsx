import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HouseholdSummary } from '../api/types';
import { ProblemNotice } from '../components/problem-notice';
import { shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { type Ground, openHousehold } from './calls';
import './persons.css';

interface HouseholdProps {
  personId: string;
  household: HouseholdSummary;
  /** On what ground the others are named; nothing while there is none. */
  ground?: () => Promise<Ground>;
  /** Where what the person is in it and how many they are stands above already. */
  titled?: boolean;
}

/** What somebody is in their household, how many live there and where. The others are named when asked for, since each finds that in their log. */
export function Household({ personId, household, ground, titled }: HouseholdProps) {
  const { t } = useTranslation('persons');
  const pick = useLocalized();
  const open = useMutation({ mutationFn: async () => openHousehold(personId, (await ground?.()) ?? {}) });
  return (
    <div className="household">
      <p className="fact-line">
        {!titled && (
          <>
            <strong>{pick(household.relationName)}</strong>, {t('household.size', { count: household.size })}
            {household.address && ' · '}
          </>
        )}
        {household.address && <span lang="vi">{household.address}</span>}
        <span className="under">{t('page.saidOn', { source: pick(household.source), date: shortDate(household.asOf) })}</span>
      </p>
      {open.isError && <ProblemNotice error={open.error} />}
      {!open.data && ground && (
        <Button size="compact-sm" variant="subtle" loading={open.isPending} onClick={() => open.mutate()}>
          {t('household.open')}
        </Button>
      )}
      {open.data && (
        <ul className="plain-list" aria-label={t('household.members')}>
          {open.data.members.map((member) => (
            <li key={member.id}>
              {pick(member.relationName)}: <span lang="vi">{member.fullName}</span>
              {member.birthDate && `, ${t('page.born', { date: shortDate(member.birthDate) })}`}
              {member.since && `, ${t('page.since', { date: shortDate(member.since) })}`}
              {(member.source.vi !== household.source.vi || member.asOf !== household.asOf) && <span className="under">{t('page.saidOn', { source: pick(member.source), date: shortDate(member.asOf) })}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
