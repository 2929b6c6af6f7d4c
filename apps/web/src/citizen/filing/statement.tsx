import { CheckCircledIcon } from '@radix-ui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../api/types';
import { inputIdOf } from '../../forms/field-input';
import type { FormField } from '../../forms/form-schema';
import { shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';

export interface Offered {
  field: FormField;
  offer: Offer;
}

interface StatementsProps {
  offered: readonly Offered[];
  fault?: string;
  idPrefix: string;
  onSay: (said: boolean, offered: readonly Offered[]) => void;
}

/** Data on file as one statement to confirm. When something in it is wrong, each value is asked about by itself. */
export function Statements({ offered, fault, idPrefix, onSay }: StatementsProps) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const [apart, setApart] = useState(false);
  const [first] = offered;
  if (!first) return null;
  if (apart && offered.length > 1) return offered.map((one) => <Statements key={one.field.name} offered={[one]} fault={fault} idPrefix={idPrefix} onSay={onSay} />);
  const id = inputIdOf(idPrefix, first.field.name);
  const labels = offered.map(({ field }) => pick(field.label)).join(', ');
  return (
    <div className="statement" role="group" aria-labelledby={`${id}-source`} aria-describedby={fault ? `${id}-error` : undefined}>
      <p className="source" id={`${id}-source`}>
        {t('offer.source', { source: pick(first.offer.source), date: shortDate(first.offer.asOf) })}
      </p>
      {fault && (
        <p className="fault" id={`${id}-error`}>
          {fault}
        </p>
      )}
      <Values offered={offered} />
      <div className="buttons">
        <button type="button" id={id} className="other" aria-label={t('offer.rightOf', { labels })} onClick={() => onSay(true, offered)}>
          {t('offer.right')}
        </button>
        <button type="button" className="other" aria-label={t(offered.length > 1 ? 'offer.someWrongOf' : 'offer.wrongOf', { labels })} onClick={() => (offered.length > 1 ? setApart(true) : onSay(false, offered))}>
          {t(offered.length > 1 ? 'offer.someWrong' : 'offer.wrong')}
        </button>
      </div>
    </div>
  );
}

function Values({ offered }: { offered: readonly Offered[] }) {
  const pick = useLocalized();
  return (
    <dl className="values">
      {offered.map(({ field, offer }) => (
        <div key={field.name}>
          <dt>{pick(field.label)}</dt>
          <dd lang={field.choices.length === 0 ? 'vi' : undefined}>{shownValue(offer, pick)}</dd>
        </div>
      ))}
    </dl>
  );
}

const shownValue = (offer: Offer, pick: (text: Offer['shown']) => string): string => {
  const text = pick(offer.shown);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? shortDate(text) : text;
};

interface AgreedProps {
  offered: readonly Offered[];
  idPrefix: string;
  faultOf: (field: FormField) => string | undefined;
  onTakeBack: (one: Offered) => void;
}

/** Values on file the person has confirmed; each can be taken back. */
export function AgreedStatements({ offered, idPrefix, faultOf, onTakeBack }: AgreedProps) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const [first] = offered;
  if (!first) return null;
  return (
    <div className="statement agreed">
      <p className="quiet">
        <CheckCircledIcon aria-hidden /> {t('offer.agreed', { source: pick(first.offer.source), date: shortDate(first.offer.asOf) })}
      </p>
      <ul className="plain-list values">
        {offered.map((one) => {
          const id = inputIdOf(idPrefix, one.field.name);
          const fault = faultOf(one.field);
          return (
            <li key={one.field.name} className="agreed-value">
              <div>
                <span className="quiet">{pick(one.field.label)}</span>
                <br />
                <strong lang={one.field.choices.length === 0 ? 'vi' : undefined}>{shownValue(one.offer, pick)}</strong>
                {fault && (
                  <p className="fault" id={`${id}-error`}>
                    {fault}
                  </p>
                )}
              </div>
              <button type="button" id={id} className="link" aria-describedby={fault ? `${id}-error` : undefined} aria-label={t('offer.changeOf', { label: pick(one.field.label) })} onClick={() => onTakeBack(one)}>
                {t('offer.change')}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
