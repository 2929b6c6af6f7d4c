import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { findOfficers } from '../api/calls';
import { SearchBox } from '../components/search-box';
import { useLocalized } from '../shell/localized';

interface FindOfficerProps {
  id: string;
  /** The dossier on whose account officers are looked for. */
  dossierId: string;
  label: string;
  chosenLabel: string;
  /** The name of the one chosen, shown while there is one. */
  name: string;
  isChosen: boolean;
  isMissing: boolean;
  onPick: (officerId: string, name: string) => void;
}

/** Any officer of any unit, by name, post or unit. */
export function FindOfficer({ id, dossierId, label, chosenLabel, name, isChosen, isMissing, onPick }: FindOfficerProps) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  return (
    <div>
      <SearchBox
        id={id}
        label={label}
        description={t('assignment.findHelp')}
        name={`officers.${dossierId}`}
        find={(text) => findOfficers(dossierId, text)}
        isAskable={(text) => text.length >= 2}
        keyOf={({ officerId, unit }) => `${officerId} ${unit.id}`}
        show={(officer) => (
          <span className="search-option" lang="vi">
            {officer.name}
            <br />
            <small>
              {officer.role.vi}, {officer.unit.name}
            </small>
          </span>
        )}
        nothing={t('assignment.nobody')}
        onPick={(officer) => onPick(officer.officerId, `${officer.name} (${pick(officer.role)}, ${officer.unit.name})`)}
      />
      <div role="status">
        {isChosen ? (
          <span>
            {chosenLabel}: <strong lang="vi">{name}</strong>
          </span>
        ) : (
          isMissing && <Text c="red.9">{t('gap.officer')}</Text>
        )}
      </div>
    </div>
  );
}
