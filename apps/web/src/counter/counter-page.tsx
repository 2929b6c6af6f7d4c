import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getProcedure, openPerson, saveCounterDraft } from '../api/calls';
import { countStates, fieldStateOf } from '../forms/field-state';
import { nameOf, readForm, visibleFields } from '../forms/form-schema';
import { meantOffers } from '../forms/papers-meant';
import { newId } from '../shell/ids';
import { usePageTitle } from '../shell/page-title';
import { ComponentsZone } from './components-zone';
import { ConfirmZone } from './confirm-zone';
import './counter.css';
import { FeeZone } from './fee-zone';
import { FinishPanel } from './finish-panel';
import { type Chosen, type Intake, isTouched, newIntake } from './intake-state';
import { KeyHelp } from './key-help';
import './messages';
import { ParkedDrafts } from './parked-drafts';
import { PERSON_SEARCH, PersonZone } from './person-zone';
import { PROCEDURE_SEARCH, ProcedureZone } from './procedure-zone';
import { readinessOf } from './readiness';
import { CardScan } from './scan/card-scan';
import { useCounterKeys } from './use-counter-keys';
import { useFinish } from './use-finish';
import { useAssessment, useAutosave, useIntake } from './use-intake';
import { focusZone, moveZone } from './zone';
import { zoneStates } from './zone-states';

const ZONES = 5;
/** What is asked for most is one button away. */
const CERTIFIED_COPIES = '2.000815';
const focus = (id: string) => document.getElementById(id)?.focus();

/** The counter: one screen, five zones in a fixed order, no mouse needed. */
export function CounterPage() {
  const { t } = useTranslation('counter');
  usePageTitle(t('title'));
  const { intake, change } = useIntake();
  const queries = useQueryClient();
  const [help, setHelp] = useState(false);
  const code = intake.procedure?.code ?? '';
  const procedure = useQuery({ queryKey: ['procedure', code], queryFn: () => getProcedure(code), enabled: code !== '', staleTime: 300_000 });
  const copies = useQuery({ queryKey: ['procedure', CERTIFIED_COPIES], queryFn: () => getProcedure(CERTIFIED_COPIES), staleTime: 300_000 }).data;
  // As the person's zone has opened it; nobody is looked up twice.
  const ownerId = intake.owner?.id ?? '';
  const person = useQuery({ queryKey: ['person', ownerId, intake.procedure?.code], queryFn: () => openPerson(ownerId, intake.procedure?.code), enabled: false });
  const { assessment: judgement, judged, error, settled } = useAssessment(intake, procedure.data?.receivable ?? false);
  const { papersMeant } = intake;
  const meant = useMemo(() => judgement && meantOffers(judgement.offers, papersMeant ?? []), [judgement, papersMeant]);
  const assessment = useMemo(() => judgement && meant && { ...judgement, offers: meant.offers }, [judgement, meant]);
  const ready = readinessOf(intake, assessment);
  const finishing = useFinish({ intake, assessment, settled, ready, change });
  const saved = useAutosave(intake, !finishing.finished);
  const attempted = finishing.attempt > 0;
  const guidanceOnly = procedure.data?.receivable === false;
  // A fault holds for the answer it was found in: what was typed or agreed since is judged when the desk answers again.
  const holding = (assessment?.faults ?? []).filter(({ pointer }) => intake.answers[nameOf(pointer)] === judged?.[nameOf(pointer)]);
  const faults = holding.filter(({ pointer }) => attempted || intake.answers[nameOf(pointer)] !== undefined);
  const groups = useMemo(() => readForm(procedure.data?.form ?? {}), [procedure.data]);
  const lacking = assessment && new Set(holding.map(({ pointer }) => nameOf(pointer)));
  const { answers, decisions } = intake;
  const fields = groups.flatMap((group) => visibleFields(group, assessment?.visible));
  const fieldStates = new Map(fields.map((field) => [field.name, fieldStateOf(field, { answers, decisions, offers: assessment?.offers ?? [] }, lacking)]));
  const states = zoneStates({ intake, procedure: procedure.data, assessment, ready, fields: countStates(fieldStates.values()) }, t);

  const saveDraft = async () => {
    if (intake.procedure) await saveCounterDraft(intake.dossierId, { procedureCode: intake.procedure.code, data: { intake } });
  };
  const replace = (next: Intake) => {
    finishing.forget();
    change({ type: 'replace', intake: next });
  };
  const park = (owner?: Chosen) => {
    if (!isTouched(intake)) return;
    const begin = () => {
      replace(newIntake(newId, owner));
      void queries.invalidateQueries({ queryKey: ['counter-drafts'] });
    };
    void saveDraft().then(begin, () => undefined);
  };
  useCounterKeys({
    searchPerson: () => (intake.owner ? focusZone(1) : focus(PERSON_SEARCH)),
    searchProcedure: () => (intake.procedure ? focusZone(2) : focus(PROCEDURE_SEARCH)),
    nextZone: () => moveZone(1, ZONES),
    previousZone: () => moveZone(-1, ZONES),
    finish: finishing.finish,
    help: () => setHelp(true),
    park: () => park(),
  });
  useFocusOnMissing(intake, Boolean(finishing.finished));

  if (finishing.finished) {
    // Any card begins the next intake here, the same person's too.
    const { owner, procedure: _done, ...without } = intake;
    return (
      <>
        <CardScan intake={without} change={(next) => next.type === 'owner' && finishing.next(next.owner)} onNext={finishing.next} onType={() => finishing.next()} saveDraft={saveDraft} />
        <FinishPanel finished={finishing.finished} onNext={() => finishing.next()} onSamePerson={() => finishing.next(owner)} />
      </>
    );
  }
  return (
    <>
      <div className="counter-top">
        <h1 className="visually-hidden">{t('title')}</h1>
        <ParkedDrafts present={intake.dossierId} onResume={replace} />
        <div className="counter-keys">
          <Hint shortcut="F2" label={t('keys.person')} onClick={() => (intake.owner ? focusZone(1) : focus(PERSON_SEARCH))} />
          <Hint shortcut="Ctrl+K" label={t('keys.procedure')} onClick={() => (intake.procedure ? focusZone(2) : focus(PROCEDURE_SEARCH))} />
          {!intake.procedure && copies && (
            <Button size="compact-sm" variant="default" onClick={() => change({ type: 'procedure', procedure: { code: copies.code, name: copies.name } })}>
              {t('certified')}
            </Button>
          )}
          <Hint shortcut="F6" label={t('keys.nextZone')} onClick={() => moveZone(1, ZONES)} />
          <Hint shortcut="F1" label={t('keys.title')} onClick={() => setHelp(true)} />
        </div>
      </div>
      <CardScan intake={intake} change={change} onNext={park} onType={() => (intake.owner ? focusZone(1) : focus(PERSON_SEARCH))} saveDraft={saveDraft} />
      <div className="counter">
        <PersonZone intake={intake} change={change} state={states.person} saveDraft={saveDraft} />
        <ProcedureZone intake={intake} change={change} state={states.procedure} procedure={procedure.data} groups={groups} loading={procedure.isLoading} error={procedure.error ?? error} assessment={assessment} faults={faults} fieldStates={fieldStates} settled={settled} person={person.data} choices={meant?.choices ?? []} saveDraft={saveDraft} />
        <ComponentsZone intake={intake} change={change} state={states.components} assessment={assessment} guidanceOnly={guidanceOnly} attempted={attempted} problem={finishing.problem} saveDraft={saveDraft} />
        <FeeZone intake={intake} change={change} state={states.fee} assessment={assessment} guidanceOnly={guidanceOnly} />
        <ConfirmZone
          intake={intake}
          state={states.confirm}
          ready={ready}
          procedure={procedure.data}
          centre={assessment?.unit?.id}
          errors={finishing.errors}
          attempt={finishing.attempt}
          problem={finishing.problem}
          sending={finishing.sending}
          saved={saved}
          onFinish={finishing.finish}
          onRefuse={finishing.refuse}
          onHelp={finishing.help}
          onPark={() => park()}
        />
      </div>
      <KeyHelp opened={help} onClose={() => setHelp(false)} />
    </>
  );
}

function Hint({ shortcut, label, onClick }: { shortcut: string; label: string; onClick: () => void }) {
  return (
    <Button size="compact-sm" variant="subtle" onClick={onClick}>
      {label} <kbd className="keycap">{shortcut}</kbd>
    </Button>
  );
}

/** The focus goes to what is missing: what was just taken away, else the person, else the procedure. */
function useFocusOnMissing(intake: Intake, finished: boolean): void {
  const ownerMissing = !intake.owner;
  const procedureMissing = !intake.procedure;
  const before = useRef({ ownerMissing: true, procedureMissing: true });
  useEffect(() => {
    const was = before.current;
    before.current = { ownerMissing, procedureMissing };
    if (finished) return;
    if (procedureMissing && !was.procedureMissing && ownerMissing === was.ownerMissing) focus(PROCEDURE_SEARCH);
    else if (ownerMissing) focus(PERSON_SEARCH);
    else if (procedureMissing) focus(PROCEDURE_SEARCH);
    // Both are chosen now: the search box is gone, and what comes next is the declaration.
    else if (was.ownerMissing || was.procedureMissing) focusZone(2);
  }, [ownerMissing, procedureMissing, finished]);
}
