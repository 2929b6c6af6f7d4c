import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Person } from '../api/types';
import { shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';
import type { FamilyRoles } from './family-roles';

interface FamilyProposalProps {
  person: Person;
  roles: FamilyRoles;
  onAgree: () => void;
  onDecline: () => void;
}

/** The spouses on file whose marriage nobody has seen end. */
export const spousesOf = ({ relatives }: Person) => relatives.filter(({ kind, until }) => kind === 'spouse' && until === undefined);

/** Who comes into which part of the form, from the family on file: read out, agreed to or not, and never put there unasked. */
export function FamilyProposal({ person, roles, onAgree, onDecline }: FamilyProposalProps) {
  const { t } = useTranslation('counter');
  const pick = useLocalized();
  const spouses = spousesOf(person);
  const [spouse] = spouses;
  return (
    <section className="family" aria-labelledby="family-title">
      <h3 id="family-title">{t('family.title')}</h3>
      <ul className="plain-list">
        {roles.parties.map(({ holder, part }) => {
          const party = holder === 'owner' ? person : spouse;
          return (
            party && (
              <li key={pick(part)}>
                {pick(part)}: <strong lang="vi">{party.fullName}</strong>, {shortDate(party.birthDate)}
                {holder === 'owner.spouse' && ` (${t('family.spouse')})`}
              </li>
            )
          );
        })}
      </ul>
      {spouses.length === 0 && <p>{t('family.noSpouse')}</p>}
      {spouses.length > 1 && <p>{t('family.several', { names: spouses.map(({ fullName }) => fullName).join(', ') })}</p>}
      <Group gap={6}>
        <Button id={FAMILY_AGREE} size="compact-sm" onClick={onAgree} aria-keyshortcuts="F9">
          {t('family.agree')} <kbd className="keycap">F9</kbd>
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDecline}>
          {t('family.decline')}
        </Button>
      </Group>
    </section>
  );
}

/** The button by which the family is put into its places. */
export const FAMILY_AGREE = 'family-agree';
