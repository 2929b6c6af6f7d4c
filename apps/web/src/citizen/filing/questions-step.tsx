import { useTranslation } from 'react-i18next';
import type { Assessment, Draft, FieldFault } from '../../api/types';
import { differs } from '../../forms/differs';
import { DiffersNote } from '../../forms/differs-note';
import { FieldInput } from '../../forms/field-input';
import { countStates, fieldStateOf } from '../../forms/field-state';
import { type FormField, type FormGroup, nameOf, visibleFields } from '../../forms/form-schema';
import { PaperChoices } from '../../forms/paper-choices';
import type { PaperChoice } from '../../forms/papers-meant';
import { useLocalized } from '../../shell/localized';
import { DatePartsInput } from './date-parts-input';
import { type Filing, questionsOf, withAnswer, withDecisions, withKept } from './filing-state';
import { OwnSources } from './own-sources';
import { AgreedStatements, Statements } from './statement';

interface QuestionsStepProps {
  draft: Pick<Draft, 'id' | 'procedureCode'>;
  group: FormGroup;
  filing: Filing;
  assessment: Assessment | undefined;
  /** Papers of a kind among which the person chooses. */
  choices: readonly PaperChoice[];
  faults: readonly FieldFault[];
  onChange: (next: Filing) => void;
}

export const FIELD_PREFIX = 'q';

/** One topic of the declaration: what is on file as statements, the rest as questions. */
export function QuestionsStep({ draft, group, filing, assessment, choices, faults, onChange }: QuestionsStepProps) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const faultOf = (field: FormField): string | undefined => {
    const fault = faults.find((one) => nameOf(one.pointer) === field.name);
    return fault && pick(fault);
  };
  return (
    <>
      {group.help && <p className="quiet">{pick(group.help)}</p>}
      {assessment && <Standing group={group} filing={filing} assessment={assessment} />}
      <PaperChoices heading="h2" choices={choices.filter(({ says }) => says.some(({ label }) => group.fields.some((field) => field.label.vi === label.vi)))} onChoose={(paperId) => onChange({ ...filing, papersMeant: [...(filing.papersMeant ?? []), paperId] })} />
      {/* National sources speak of persons. */}
      {!filing.organisationId && <OwnSources draftId={draft.id} procedureCode={draft.procedureCode} group={group} filing={filing} />}
      {questionsOf(filing, group, assessment).map((question) => {
        if (question.kind !== 'field') {
          const key = `${question.key} ${question.offered[0]?.field.name}`;
          if (question.kind === 'agreed') {
            return <AgreedStatements key={key} offered={question.offered} idPrefix={FIELD_PREFIX} faultOf={faultOf} onTakeBack={(one) => onChange(withDecisions(filing, undefined, [one]))} />;
          }
          const fault = question.offered.some(({ field }) => faultOf(field)) ? t('offer.sayFirst') : undefined;
          return <Statements key={key} offered={question.offered} fault={fault} idPrefix={FIELD_PREFIX} onSay={(said, offered) => onChange(withDecisions(filing, said, offered))} />;
        }
        const { field, declined, offer } = question;
        return (
          <div key={field.name} className="field">
            {declined && <p className="quiet">{t('offer.wrongHelp')}</p>}
            <CitizenField field={field} value={filing.answers[field.name]} fault={faultOf(field)} onChange={(value) => onChange(withAnswer(filing, field.name, value))} />
            {offer && differs(filing.answers[field.name], offer) && (
              <DiffersNote field={field} offer={offer} isKept={declined} onUse={() => onChange(withDecisions(filing, true, [{ field, offer }]))} onKeep={() => onChange(withKept(filing, offer))} />
            )}
          </div>
        );
      })}
    </>
  );
}

/** How far this page is: what is on file already, and what is still to be answered. */
function Standing({ group, filing, assessment }: { group: FormGroup; filing: Filing; assessment: Assessment }) {
  const { t } = useTranslation('citizen');
  const lacking = new Set(assessment.faults.map(({ pointer }) => nameOf(pointer)));
  const counts = countStates(visibleFields(group, assessment.visible).map((field) => fieldStateOf(field, { ...filing, offers: assessment.offers }, lacking)));
  const known = counts['on-file'] + counts.agreed;
  if (known === 0) return null;
  return (
    <p className="quiet" role="status">
      {t('standing.known', { count: known })} {counts.missing > 0 ? t('standing.missing', { count: counts.missing }) : t('standing.nothingMissing')}
    </p>
  );
}

interface CitizenFieldProps {
  field: FormField;
  value: unknown;
  fault?: string;
  onChange: (value: unknown) => void;
}

/** One question with its input; a date is three numbers here. */
export function CitizenField({ field, value, fault, onChange }: CitizenFieldProps) {
  const { t } = useTranslation('forms');
  const pick = useLocalized();
  if (field.widget !== 'date') return <FieldInput field={field} value={value} onChange={onChange} fault={fault} idPrefix={FIELD_PREFIX} />;
  const label = field.required ? pick(field.label) : t('optional', { label: pick(field.label) });
  return <DatePartsInput field={field} label={label} help={field.help && pick(field.help)} value={value} onChange={onChange} fault={fault} idPrefix={FIELD_PREFIX} />;
}
