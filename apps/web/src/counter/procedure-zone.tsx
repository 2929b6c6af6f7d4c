import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { findProcedures } from '../api/calls';
import type { Assessment, FieldFault, Person, Procedure, ProcedureRow } from '../api/types';
import { Loading } from '../components/loading';
import { ProblemNotice } from '../components/problem-notice';
import { SearchBox } from '../components/search-box';
import type { FieldState } from '../forms/field-state';
import type { FormGroup } from '../forms/form-schema';
import { PaperChoices } from '../forms/paper-choices';
import type { PaperChoice } from '../forms/papers-meant';
import { useLocalized } from '../shell/localized';
import { Declaration } from './declaration';
import { Guidance } from './guidance';
import type { Intake, IntakeChange } from './intake-state';
import { SourceDrawer } from './source-drawer';
import { Zone, type ZoneState } from './zone';

interface ProcedureZoneProps {
  intake: Intake;
  change: (change: IntakeChange) => void;
  state: ZoneState;
  procedure: Procedure | undefined;
  /** The questions of its declaration. */
  groups: readonly FormGroup[];
  loading: boolean;
  error: unknown;
  assessment: Assessment | undefined;
  /** Faults to show: those of fields already answered, or all after an attempt to receive. */
  faults: readonly FieldFault[];
  /** How each question stands, by name. */
  fieldStates: ReadonlyMap<string, FieldState>;
  settled: boolean;
  /** Papers of a kind among which the person chooses. */
  choices: readonly PaperChoice[];
  /** The owner as on file. */
  person: Person | undefined;
  /** A source is asked for a draft the desk knows. */
  saveDraft: () => Promise<unknown>;
}

const NO_FORM = {};
export const PROCEDURE_SEARCH = 'procedure-search';

/** Zone 2: the procedure and its declaration, where data on file is offered and confirmed. */
export function ProcedureZone({ intake, change, state, procedure, groups, loading, error, assessment, faults, fieldStates, settled, person, choices, saveDraft }: ProcedureZoneProps) {
  const { t } = useTranslation('counter');
  const pick = useLocalized();
  const chosen = intake.procedure;
  return (
    <Zone
      number={2}
      title={t('zone.procedure')}
      state={state}
      className="zone-procedure"
      tools={
        chosen && (
          <Button size="compact-sm" variant="subtle" onClick={() => change({ type: 'procedure', procedure: undefined })}>
            {t('procedure.change')}
          </Button>
        )
      }
    >
      {!chosen && (
        <SearchBox<ProcedureRow>
          id={PROCEDURE_SEARCH}
          name="procedures"
          label={t('procedure.search')}
          description={t('procedure.searchHelp')}
          inputMode="search"
          find={(text) => findProcedures(text)}
          isAskable={(text) => text.length >= 2}
          keyOf={(row) => row.code}
          onPick={({ code, name }) => change({ type: 'procedure', procedure: { code, name } })}
          nothing={t('procedure.nothing')}
          show={(row) => (
            <span className="search-option">
              <strong>{pick(row.name)}</strong>
              <br />
              <small>
                {row.code} · {row.field} · {row.receivable ? pick(row.limit) : row.referral ? t('procedure.referred', { agency: pick(row.referral) }) : t('procedure.guidanceOnly')}
              </small>
            </span>
          )}
        />
      )}
      {chosen && (
        <p className="procedure-name">
          <strong>{pick(chosen.name)}</strong> <span className="number">({chosen.code})</span>
        </p>
      )}
      {Boolean(error) && <ProblemNotice error={error} />}
      {chosen && loading && <Loading lines={8} />}
      {procedure && !procedure.receivable && <Guidance procedure={procedure} />}
      {procedure?.receivable && (
        <>
          {/* National sources speak of persons. */}
          {intake.owner && !intake.organisation && <SourceDrawer intake={intake} change={change} groups={groups} assessment={assessment} saveDraft={saveDraft} />}
          <PaperChoices choices={choices} onChoose={(paperId) => change({ type: 'set', part: { papersMeant: [...(intake.papersMeant ?? []), paperId] } })} />
          <Declaration intake={intake} change={change} groups={groups} assessment={assessment} faults={faults} states={fieldStates} settled={settled} person={person} schema={procedure.form ?? NO_FORM} />
        </>
      )}
    </Zone>
  );
}
