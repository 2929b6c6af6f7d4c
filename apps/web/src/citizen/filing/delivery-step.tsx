import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DELIVERIES } from '../../components/words';
import { communesQuery, meQuery } from '../queries';
import type { Assessment } from '../../api/types';
import { useLocalized } from '../../shell/localized';
import type { Filing } from './filing-state';

interface DeliveryStepProps {
  filing: Filing;
  /** For whom the chosen centre may receive; absent where only for its own offices. */
  competence: Assessment['competence'];
  faults: DeliveryFaults;
  onChange: (next: Filing) => void;
}

export interface DeliveryFaults {
  phone?: string;
  email?: string;
}

/** Which centre receives it, how the result comes back, and how to reach the person. */
export function DeliveryStep({ filing, competence, faults, onChange }: DeliveryStepProps) {
  const { t } = useTranslation(['citizen', 'common']);
  const { data: me } = useQuery(meQuery);
  const { data: communes = [] } = useQuery(communesQuery);
  const commune = filing.communeId ?? communes.find((one) => one.id === me?.communeId)?.id ?? communes[0]?.id ?? '';
  return (
    <>
      <div className="field">
        <label htmlFor="commune">{t('delivery.commune')}</label>
        <p id="commune-help" className="quiet">
          {t('delivery.communeHelp')}
        </p>
        <select id="commune" aria-describedby="commune-help" value={commune} onChange={(event) => onChange({ ...filing, communeId: event.currentTarget.value, competentId: undefined })}>
          {communes.map((unit) => (
            <option key={unit.id} value={unit.id} lang="vi">
              {unit.name}
            </option>
          ))}
        </select>
      </div>
      {competence && <Competent filing={filing} competence={competence} receiving={commune} onChange={onChange} />}
      <fieldset className="field">
        <legend>{t('delivery.how')}</legend>
        {DELIVERIES.map((delivery) => (
          <label key={delivery} className="choice">
            <input type="radio" name="delivery" value={delivery} checked={filing.delivery === delivery} onChange={() => onChange({ ...filing, delivery })} />
            {t(`common:delivery.${delivery}`)}
          </label>
        ))}
      </fieldset>
      <Contact name="phone" type="tel" autoComplete="tel" help={t('delivery.phoneHelp')} value={filing.phone} known={me?.phone} fault={faults.phone} onChange={(phone) => onChange({ ...filing, phone })} />
      <Contact name="email" type="email" autoComplete="email" value={filing.email} fault={faults.email} onChange={(email) => onChange({ ...filing, email })} />
    </>
  );
}

/** Whose offices decide, where the chosen centre may receive for others; what the residence points to is offered, never filled in. */
function Competent({ filing, competence, receiving, onChange }: { filing: Filing; competence: NonNullable<Assessment['competence']>; receiving: string; onChange: (next: Filing) => void }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const { communes, suggested } = competence;
  return (
    <div className="field">
      <label htmlFor="competent">{t('delivery.competent')}</label>
      <p id="competent-help" className="quiet">
        {t('delivery.competentHelp')}
      </p>
      <select id="competent" aria-describedby="competent-help" value={filing.competentId ?? receiving} onChange={(event) => onChange({ ...filing, competentId: event.currentTarget.value === receiving ? undefined : event.currentTarget.value })}>
        {communes.map((unit) => (
          <option key={unit.id} value={unit.id} lang="vi">
            {unit.name}
          </option>
        ))}
      </select>
      {suggested && suggested.unit.id !== (filing.competentId ?? receiving) && (
        <p>
          {t('delivery.suggested', { why: pick(suggested.why), name: suggested.unit.name })}{' '}
          <button type="button" className="link" onClick={() => onChange({ ...filing, competentId: suggested.unit.id })}>
            {t('delivery.takeSuggested', { name: suggested.unit.name })}
          </button>
        </p>
      )}
    </div>
  );
}

interface ContactProps {
  name: 'phone' | 'email';
  type: 'tel' | 'email';
  autoComplete: string;
  help?: string;
  value: string;
  /** The one on file: offered, never filled in unasked. */
  known?: string;
  fault?: string;
  onChange: (value: string) => void;
}

function Contact({ name, type, autoComplete, help, value, known, fault, onChange }: ContactProps) {
  const { t } = useTranslation(['citizen', 'forms']);
  const described = [help && `${name}-help`, fault && `${name}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="field">
      <label htmlFor={name}>{t('forms:optional', { label: t(`delivery.${name}`) })}</label>
      {help && (
        <p id={`${name}-help`} className="quiet">
          {help}
        </p>
      )}
      {fault && (
        <p id={`${name}-error`} className="fault">
          {fault}
        </p>
      )}
      <input id={name} type={type} autoComplete={autoComplete} spellCheck={false} maxLength={name === 'phone' ? 20 : 120} value={value} aria-invalid={fault ? true : undefined} aria-describedby={described} onChange={(event) => onChange(event.currentTarget.value)} />
      {known && value === '' && (
        <div>
          <button type="button" className="link" onClick={() => onChange(known)}>
            {t('delivery.useKnown', { value: known })}
          </button>
        </div>
      )}
    </div>
  );
}
