import type { FieldFault, Offer } from '../api/types';
import { useLocalized } from '../shell/localized';
import { type Answers, toAnswer } from './answer';
import { differs } from './differs';
import { DiffersNote } from './differs-note';
import { FieldInput } from './field-input';
import type { FieldState } from './field-state';
import { tagOf } from './field-tag';
import { type FormField, type FormGroup, nameOf, visibleFields } from './form-schema';
import { OfferedField } from './offered-field';
import './forms.css';

/** What the person said to each offer, by pointer: right, wrong, or not asked yet. */
export type Decisions = Readonly<Record<string, boolean>>;

export interface FormState {
  answers: Answers;
  decisions: Decisions;
  /** Names or pointers of the fields that are asked, from the desk's assessment. */
  visible: readonly string[] | undefined;
  offers: readonly Offer[];
  /** The faults to show now. */
  faults: readonly FieldFault[];
  /** How each question stands, by name, where the screen says so. */
  states?: ReadonlyMap<string, FieldState>;
  /** The Tab key stops at missing questions only. */
  isMissingOnly?: boolean;
}

export interface FormChanges {
  onAnswer: (name: string, value: unknown) => void;
  /** An offer was answered; with `value` when it was agreed. `undefined` takes the answer back. */
  onDecide: (pointer: string, agreed: boolean | undefined, name: string, value: unknown) => void;
}

interface GroupFieldsProps extends FormState, FormChanges {
  group: FormGroup;
  idPrefix: string;
  /** Leaves the legend out where the page's heading already is the question. */
  bare?: boolean;
}

/** The questions of one group: offers as statements to confirm, the rest as inputs. */
export function GroupFields({ group, idPrefix, bare, ...form }: GroupFieldsProps) {
  const pick = useLocalized();
  const fields = visibleFields(group, form.visible);
  if (fields.length === 0) return null;
  const content = (
    <div className="form-grid">
      {fields.map((field) => (
        <div key={field.name} className={isWide(field) ? 'form-cell wide' : 'form-cell'}>
          <Question field={field} idPrefix={idPrefix} {...form} />
        </div>
      ))}
    </div>
  );
  if (bare) return content;
  return (
    <fieldset className="form-group">
      <legend>{pick(group.title)}</legend>
      {group.help && <p className="form-help">{pick(group.help)}</p>}
      {content}
    </fieldset>
  );
}

/** Long texts and long lists of choices take the whole width. */
const isWide = (field: FormField): boolean =>
  field.widget === 'textarea' || field.widget === 'rows' || field.widget === 'address' || (field.widget === 'radio' && field.choices.length > 3);

function Question({ field, idPrefix, answers, decisions, offers, faults, states, isMissingOnly, onAnswer, onDecide }: FormState & FormChanges & { field: FormField; idPrefix: string }) {
  const pick = useLocalized();
  const offer = offers.find((one) => nameOf(one.pointer) === field.name);
  const fault = faults.find((one) => nameOf(one.pointer) === field.name);
  const decision = offer && decisions[offer.pointer];
  const message = fault && pick(fault);
  const answer = answers[field.name];
  const isDifferent = offer !== undefined && differs(answer, offer);
  const state = states?.get(field.name);
  const isPassedOver = isMissingOnly && state !== 'missing';
  if (offer && decision !== false && !isDifferent) {
    return (
      <OfferedField
        field={field}
        offer={offer}
        agreed={decision === true}
        fault={message}
        idPrefix={idPrefix}
        isPassedOver={isPassedOver}
        onDecide={(agreed) => onDecide(offer.pointer, agreed, field.name, agreed ? toAnswer(field, offer.value) : undefined)}
      />
    );
  }
  // Alike with and without the note, so that typing into the first difference does not lose the input.
  return (
    <>
      <FieldInput
        field={field}
        value={answer}
        onChange={(value) => onAnswer(field.name, value)}
        fault={message}
        idPrefix={idPrefix}
        standing={tagOf(state)}
        isMissing={state && state === 'missing'}
        isPassedOver={isPassedOver}
      />
      {offer && isDifferent && (
        <DiffersNote
          field={field}
          offer={offer}
          isKept={decision === false}
          onUse={() => onDecide(offer.pointer, true, field.name, toAnswer(field, offer.value))}
          onKeep={() => onDecide(offer.pointer, false, field.name, answer)}
        />
      )}
    </>
  );
}
