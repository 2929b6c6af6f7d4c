import { Alert, Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openPerson, searchPersons } from '../api/calls';
import type { Person, PersonRow } from '../api/types';
import { Loading } from '../components/loading';
import { ProblemNotice } from '../components/problem-notice';
import { SearchBox } from '../components/search-box';
import { Household } from '../persons/household';
import { shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { ForChild } from './for-child';
import { ActingForSlot, OrganisationFinder } from './organisation-slot';
import { type Chosen, GROUNDS, type Ground, type Intake, type IntakeChange } from './intake-state';
import { NewPerson } from './new-person/new-person';
import { PersonOption } from '../persons/person-option';
import { Zone, type ZoneState } from './zone';

interface PersonZoneProps {
  intake: Intake;
  change: (change: IntakeChange) => void;
  state: ZoneState;
  saveDraft: () => Promise<unknown>;
}

export const PERSON_SEARCH = 'person-search';

/** Digits are looked for when a number is whole, names from two letters on: half a number finds nobody. */
export function isAskablePerson(text: string): boolean {
  const compact = text.replaceAll(' ', '');
  return /^\d+$/.test(compact) ? compact.length === 12 || compact.length === 10 : text.length >= 2;
}

/** Zone 1: the owner of the dossier and, when somebody else files, the filer with the ground for it. */
export function PersonZone({ intake, change, state, saveDraft }: PersonZoneProps) {
  const { t } = useTranslation('counter');
  const code = intake.procedure?.code;
  const ownerId = intake.owner?.id ?? '';
  const person = useQuery({ queryKey: ['person', ownerId, code], queryFn: () => openPerson(ownerId, code), enabled: ownerId !== '', placeholderData: (before) => (before?.id === ownerId ? before : undefined) });
  return (
    <Zone number={1} title={t('zone.person')} state={state} className="zone-person">
      {!intake.owner && (
        <PersonSearch id={PERSON_SEARCH} intake={intake} saveDraft={saveDraft} label={t('person.search')} description={t('person.searchHelp')} onPick={(owner) => change({ type: 'owner', owner })} />
      )}
      {!intake.owner && <OrganisationFinder code={code} change={change} />}
      {person.isError && <ProblemNotice error={person.error} />}
      {intake.owner && person.isPending && <Loading />}
      {intake.owner && person.data && (
        <>
          <PersonCard person={person.data} intake={intake} saveDraft={saveDraft} onChange={() => change({ type: 'owner', owner: undefined })} />
          <OpenDossiers person={person.data} procedureName={intake.procedure?.name.vi} />
          <ActingForSlot intake={intake} change={change} actsFor={person.data.actsFor} />
          {!intake.organisation && <ForChild intake={intake} change={change} person={person.data} />}
          {!intake.organisation && <FilerSlot intake={intake} change={change} person={person.data} saveDraft={saveDraft} />}
        </>
      )}
    </Zone>
  );
}

interface PersonSearchProps {
  id: string;
  label: string;
  description?: string;
  intake: Intake;
  saveDraft: () => Promise<unknown>;
  onPick: (person: Chosen) => void;
}

/** Somebody on file, found; somebody on no file, received. */
function PersonSearch({ id, label, description, intake, saveDraft, onPick }: PersonSearchProps) {
  const { t } = useTranslation(['counter', 'persons']);
  const [receiving, setReceiving] = useState(false);
  return (
    <>
      <SearchBox<PersonRow>
        id={id}
        name="persons"
        label={label}
        description={description}
        inputMode="search"
        find={searchPersons}
        isAskable={isAskablePerson}
        keyOf={(person) => person.id}
        onPick={({ id: personId, fullName }) => onPick({ id: personId, fullName })}
        nothing={t('counter:person.nobody')}
        show={(person) => <PersonOption person={person} />}
      />
      <Button size="compact-sm" variant="subtle" onClick={() => setReceiving(true)} aria-haspopup="dialog">
        {t('persons:new.open')}
      </Button>
      {receiving && (
        <NewPerson
          intake={intake}
          saveDraft={saveDraft}
          onPerson={(person) => {
            setReceiving(false);
            onPick(person);
          }}
          onClose={() => setReceiving(false)}
        />
      )}
    </>
  );
}

function PersonCard({ person, intake, saveDraft, onChange }: { person: Person; intake: Intake; saveDraft: () => Promise<unknown>; onChange: () => void }) {
  const { t } = useTranslation('counter');
  const pick = useLocalized();
  // The draft is the ground on which more is shown: it names the person and the procedure, and must be on the desk before it is asked for.
  const ground = async () => {
    await saveDraft();
    return { draft: intake.dossierId };
  };
  return (
    <div className="person-card">
      <div className="person-head">
        <strong lang="vi">{person.fullName}</strong>
        <Button size="compact-sm" variant="subtle" onClick={onChange}>
          {t('person.change')}
        </Button>
      </div>
      <dl className="facts compact">
        <dt>{t('person.id')}</dt>
        <dd className="number">{person.maskedPersonalId}</dd>
        <dt>{t('person.born')}</dt>
        <dd className="number">{shortDate(person.birthDate)}</dd>
        <dt>{t('person.address')}</dt>
        <dd lang="vi">{person.address}</dd>
      </dl>
      {person.household && (
        <details key={person.id}>
          <summary>{t('person.household', { relation: pick(person.household.relationName), count: person.household.size })}</summary>
          <Household personId={person.id} household={person.household} ground={intake.procedure && ground} titled />
        </details>
      )}
      <FileLink personId={person.id} ground={intake.procedure && ground} />
      {person.warnings.map((warning) => (
        <Alert key={warning.vi} color="orange" p={8} mt={6}>
          {pick(warning)}
        </Alert>
      ))}
    </div>
  );
}

/** The person's page, for the draft in hand; before there is a procedure the page asks for what it is opened. */
function FileLink({ personId, ground }: { personId: string; ground: (() => Promise<{ draft: string }>) | undefined }) {
  const { t } = useTranslation('persons');
  const navigate = useNavigate();
  return (
    <Link
      to="/nguoi/$id"
      params={{ id: personId }}
      onClick={(event) => {
        if (!ground) return;
        event.preventDefault();
        void ground().then((search) => navigate({ to: '/nguoi/$id', params: { id: personId }, search }), () => navigate({ to: '/nguoi/$id', params: { id: personId } }));
      }}
    >
      {t('page.open')}
    </Link>
  );
}

/** Open dossiers of the same procedure: said in place, never in the way. */
function OpenDossiers({ person, procedureName }: { person: Person; procedureName: string | undefined }) {
  const { t } = useTranslation('counter');
  const pick = useLocalized();
  const same = person.openDossiers.filter((dossier) => dossier.procedureName === procedureName);
  return same.map((dossier) => (
    <Alert key={dossier.id} color="orange" p={8} mt={6} role="status">
      {t('person.open', { code: dossier.code, unit: dossier.unit, status: pick(dossier.status) })}{' '}
      <Link to="/ho-so/$id" params={{ id: dossier.id }}>
        {t('person.openIt')}
      </Link>
    </Alert>
  ));
}

function FilerSlot({ intake, change, person, saveDraft }: { intake: Intake; change: (change: IntakeChange) => void; person: Person; saveDraft: () => Promise<unknown> }) {
  const { t } = useTranslation('counter');
  const pick = useLocalized();
  const choose = (filer: Chosen) => {
    change({ type: 'filer', ground: intake.ground, filer });
    // The search box goes away with the choice; the focus must not go with it.
    document.getElementById('filer-ground')?.focus();
  };
  return (
    <div className="filer">
      <NativeSelect
        id="filer-ground"
        size="xs"
        label={t('filer.label')}
        value={intake.ground}
        data={GROUNDS.map((ground) => ({ value: ground, label: t(`filer.ground.${ground}`) }))}
        onChange={(event) => change({ type: 'filer', ground: GROUNDS.find((ground): ground is Ground => ground === event.currentTarget.value) ?? 'self', filer: intake.filer })}
      />
      {intake.ground !== 'self' && intake.filer && (
        <div className="person-head">
          <strong lang="vi">{intake.filer.fullName}</strong>
          <Button size="compact-sm" variant="subtle" onClick={() => change({ type: 'filer', ground: intake.ground })}>
            {t('filer.change')}
          </Button>
        </div>
      )}
      {intake.ground !== 'self' && !intake.filer && (
        <>
          <PersonSearch id="filer-search" intake={intake} saveDraft={saveDraft} label={t('filer.search')} onPick={choose} />
          {person.relatives.map((relative) => (
            <Button key={relative.id} size="compact-sm" variant="default" onClick={() => choose(relative)} lang="vi">
              {relative.fullName} ({pick(relative.kindName)})
            </Button>
          ))}
        </>
      )}
    </div>
  );
}
