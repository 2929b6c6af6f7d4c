import { useTranslation } from 'react-i18next';
import type { ActsFor } from '../../api/types';
import { useLocalized } from '../../shell/localized';
import { type Filing, withOwner } from './filing-state';

interface OnBehalfOfProps {
  filing: Filing;
  actsFor: readonly ActsFor[];
  onChange: (next: Filing) => void;
}

/** For whom it is filed: oneself, or an organisation in a role that is on record. Nobody without such a role is asked. */
export function OnBehalfOf({ filing, actsFor, onChange }: OnBehalfOfProps) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  if (actsFor.length === 0) return null;
  const choose = (organisationId: string | undefined) => onChange(withOwner(filing, organisationId));
  return (
    <fieldset className="field">
      <legend>{t('onBehalfOf.legend')}</legend>
      <label className="choice">
        <input type="radio" name="on-behalf-of" checked={filing.organisationId === undefined} onChange={() => choose(undefined)} />
        {t('onBehalfOf.oneself')}
      </label>
      {actsFor.map(({ organisationId, name, roleName, position }) => (
        <label key={organisationId} className="choice">
          <input type="radio" name="on-behalf-of" checked={filing.organisationId === organisationId} onChange={() => choose(organisationId)} />
          <span>
            {t('onBehalfOf.organisation')} <span lang="vi">{name}</span> ({position ? <span lang="vi">{position}</span> : pick(roleName)})
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Before it is handed in: who owns it, and that one files for it. */
export function OnBehalfOfNote({ filing, actsFor }: Omit<OnBehalfOfProps, 'onChange'>) {
  const { t } = useTranslation('citizen');
  const chosen = actsFor.find(({ organisationId }) => organisationId === filing.organisationId);
  if (chosen === undefined) return null;
  return (
    <p>
      {t('onBehalfOf.organisation')} <strong lang="vi">{chosen.name}</strong> <span className="number">{chosen.maskedCode}</span>
    </p>
  );
}
