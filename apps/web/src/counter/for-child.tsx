import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../api/types';
import { shortDate } from '../shell/format';
import type { Intake, IntakeChange } from './intake-state';

/** Of age; whoever is younger is filed for by a parent (Civil Code 2015, Art. 20). */
const OF_AGE = 18;

const isMinor = (birthDate: string, today: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(birthDate) && `${Number(birthDate.slice(0, 4)) + OF_AGE}${birthDate.slice(4)}` > today;

/** The children on file who are not of age: by one button the dossier is a child's and the person before the counter files it as the parent. */
export function ForChild({ intake, change, person }: { intake: Intake; change: (change: IntakeChange) => void; person: Person }) {
  const { t } = useTranslation('counter');
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const children = person.relatives.filter(({ kind, birthDate }) => kind === 'child' && isMinor(birthDate, today));
  if (children.length === 0 || intake.ground !== 'self') return null;
  const fileFor = (id: string, fullName: string) => {
    change({ type: 'owner', owner: { id, fullName } });
    change({ type: 'filer', ground: 'parent', filer: { id: person.id, fullName: person.fullName } });
  };
  return (
    <div className="for-child">
      <span>{t('family.forChild')}</span>
      {children.map(({ id, fullName, birthDate }) => (
        <Button key={id} size="compact-sm" variant="default" lang="vi" onClick={() => fileFor(id, fullName)}>
          {fullName}, {shortDate(birthDate)}
        </Button>
      ))}
    </div>
  );
}
