import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openOrganisation, searchOrganisations } from '../api/calls';
import type { ActsFor, OrganisationRow } from '../api/types';
import { Loading } from '../components/loading';
import { ProblemNotice } from '../components/problem-notice';
import { SearchBox } from '../components/search-box';
import { useLocalized } from '../shell/localized';
import type { Intake, IntakeChange } from './intake-state';

interface ActingForSlotProps {
  intake: Intake;
  change: (change: IntakeChange) => void;
  actsFor: readonly ActsFor[];
}

/** For whom the person before the counter files: themselves, or an organisation in a role that is recorded. Nothing where there is no such role. */
export function ActingForSlot({ intake, change, actsFor }: ActingForSlotProps) {
  const { t } = useTranslation('counter');
  const pick = useLocalized();
  if (actsFor.length === 0) return null;
  const acting = actsFor.find(({ organisationId }) => organisationId === intake.organisation?.id);
  return (
    <>
      <NativeSelect
        id="acting-for"
        size="xs"
        label={t('organisation.actingFor')}
        value={acting?.organisationId ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const chosen = actsFor.find((each) => each.organisationId === value);
          change({ type: 'organisation', organisation: chosen && { id: chosen.organisationId, name: chosen.name } });
        }}
      >
        <option value="">{t('organisation.oneself')}</option>
        {actsFor.map(({ organisationId, name }) => (
          <option key={organisationId} value={organisationId} lang="vi">
            {name}
          </option>
        ))}
      </NativeSelect>
      {acting && <p className="component-counts">{acting.position ? <span lang="vi">{acting.position}</span> : pick(acting.roleName)}</p>}
    </>
  );
}

/** An organisation by code or name, and who may act for it: choosing one of them fills both slots. */
export function OrganisationFinder({ code, change }: { code: string | undefined; change: (change: IntakeChange) => void }) {
  const { t } = useTranslation('counter');
  const [chosen, setChosen] = useState<OrganisationRow>();
  if (chosen) return <OrganisationPeople organisation={chosen} code={code} change={change} onBack={() => setChosen(undefined)} />;
  return (
    <SearchBox<OrganisationRow>
      id="organisation-search"
      name="organisations"
      label={t('organisation.search')}
      description={t('organisation.searchHelp')}
      inputMode="search"
      find={searchOrganisations}
      isAskable={(text) => (/^[\d\s-]+$/.test(text) ? /^(\d{10}|\d{12}|\d{13})$/.test(text.replace(/[\s-]/g, '')) : text.length >= 2)}
      keyOf={({ id }) => id}
      onPick={setChosen}
      nothing={t('organisation.nobody')}
      show={(organisation) => (
        <span className="search-option" lang="vi">
          <strong>{organisation.name}</strong>
          <br />
          <small>
            {organisation.maskedCode} · {organisation.address}
          </small>
        </span>
      )}
    />
  );
}

interface OrganisationPeopleProps {
  organisation: OrganisationRow;
  code: string | undefined;
  change: (change: IntakeChange) => void;
  onBack: () => void;
}

function OrganisationPeople({ organisation, code, change, onBack }: OrganisationPeopleProps) {
  const { t } = useTranslation('counter');
  const pick = useLocalized();
  const { data, error } = useQuery({ queryKey: ['organisation', organisation.id, code], queryFn: () => openOrganisation(organisation.id, code) });
  const acting = (data?.people ?? []).filter(({ acts }) => acts);
  return (
    <section className="filer" aria-label={t('organisation.people', { name: organisation.name })}>
      <div className="person-head">
        <strong lang="vi">{organisation.name}</strong>
        <Button size="compact-sm" variant="subtle" onClick={onBack}>
          {t('organisation.change')}
        </Button>
      </div>
      {error && <ProblemNotice error={error} />}
      {!data && !error && <Loading />}
      {data && <p>{acting.length === 0 ? t('organisation.nobodyActs') : t('organisation.whoIsHere')}</p>}
      {acting.map(({ personId, fullName, roleName, position }) => (
        <Button
          key={`${personId} ${roleName.vi}`}
          size="compact-sm"
          variant="default"
          onClick={() => {
            change({ type: 'owner', owner: { id: personId, fullName } });
            change({ type: 'organisation', organisation: { id: organisation.id, name: organisation.name } });
          }}
        >
          <span>
            <span lang="vi">{fullName}</span> ({position ? <span lang="vi">{position}</span> : pick(roleName)})
          </span>
        </Button>
      ))}
    </section>
  );
}
