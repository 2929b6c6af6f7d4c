import { useTranslation } from 'react-i18next';
import type { Assessment, Draft, FieldFault } from '../../api/types';
import { differs } from '../../forms/differs';
import { DiffersNote } from '../../forms/differs-note';
import { FieldInput } from '../../forms/field-input';
import { type FormField, type FormGroup, nameOf } from '../../forms/form-schema';
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
  faults: readonly FieldFault[];
  onChange: (next: Filing) => void;
}

export const FIELD_PREFIX = 'q';

/** One topic of the declaration: what is on file as statements, the rest as questions. */
export function QuestionsStep({ draft, group, filing, assessment, faults, onChange }: QuestionsStepProps) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const faultOf = (field: FormField): string | undefined => {
    const fault = faults.find((one) => nameOf(one.pointer) === field.name);
    return fault && pick(fault);
  };
  return (
    <>
      {group.help && <p className="quiet">{pick(group.help)}</p>}
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
