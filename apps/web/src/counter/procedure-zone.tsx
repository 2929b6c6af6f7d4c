import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { findProcedures } from '../api/calls';
import type { Assessment, FieldFault, Offer, Procedure, ProcedureRow } from '../api/types';
import { Loading } from '../components/loading';
import { ProblemNotice } from '../components/problem-notice';
import { SearchBox } from '../components/search-box';
import { toAnswer } from '../forms/answer';
import { differs } from '../forms/differs';
import { type FormGroup, nameOf, readForm } from '../forms/form-schema';
import { GroupFields } from '../forms/group-fields';
import { useLocalized } from '../shell/localized';
import { Guidance } from './guidance';
import type { Intake, IntakeChange } from './intake-state';
import { SourceDrawer } from './source-drawer';
import { focusZone, Zone, type ZoneState } from './zone';

interface ProcedureZoneProps {
  intake: Intake;
  change: (change: IntakeChange) => void;
  state: ZoneState;
  procedure: Procedure | undefined;
  loading: boolean;
  error: unknown;
  assessment: Assessment | undefined;
  /** Faults to show: those of fields already answered, or all after an attempt to receive. */
  faults: readonly FieldFault[];
  /** A source is asked for a draft the desk knows. */
  saveDraft: () => Promise<unknown>;
}

export const PROCEDURE_SEARCH = 'procedure-search';
export const FORM_PREFIX = 'declaration';

/** Zone 2: the procedure and its declaration, where data on file is offered and confirmed. */
export function ProcedureZone({ intake, change, state, procedure, loading, error, assessment, faults, saveDraft }: ProcedureZoneProps) {
  const { t } = useTranslation('counter');
  const pick = useLocalized();
  const chosen = intake.procedure;
  const groups = useMemo(() => readForm(procedure?.form ?? {}), [procedure]);
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
          <AcceptAll intake={intake} groups={groups} offers={assessment?.offers ?? []} change={change} />
          {groups.map((group) => (
            <GroupFields
              key={group.key}
              group={group}
              idPrefix={FORM_PREFIX}
              answers={intake.answers}
              decisions={intake.decisions}
              visible={assessment?.visible}
              offers={assessment?.offers ?? []}
              faults={faults}
              onAnswer={(name, value) => change({ type: 'answer', name, value })}
              onDecide={(pointer, agreed, name, value) => change({ type: 'decide', decisions: [{ pointer, agreed, name, value }] })}
            />
          ))}
        </>
      )}
    </Zone>
  );
}

/** One button for what the clerk has read out and the person agreed to; it says how many values it confirms. */
function AcceptAll({ intake, groups, offers, change }: { intake: Intake; groups: readonly FormGroup[]; offers: readonly Offer[]; change: (change: IntakeChange) => void }) {
  const { t } = useTranslation('counter');
  const fields = groups.flatMap((group) => group.fields);
  const open = offers.flatMap((offer) => {
    const field = fields.find((one) => one.name === nameOf(offer.pointer));
    // What was typed and differs is decided one by one: nothing typed is overwritten in passing.
    return field && intake.decisions[offer.pointer] === undefined && !differs(intake.answers[field.name], offer) ? [{ pointer: offer.pointer, agreed: true, name: field.name, value: toAnswer(field, offer.value) }] : [];
  });
  if (open.length === 0) return null;
  // The bar goes away with what it confirmed; the focus stays in the zone.
  const accept = () => {
    change({ type: 'decide', decisions: open });
    focusZone(2);
  };
  return (
    <div className="offer-bar">
      <span>{t('offers.count', { count: open.length })}</span>
      <Button size="compact-sm" onClick={accept}>
        {t('offers.acceptAll')}
      </Button>
    </div>
  );
}
