import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DossierList } from '../api/types';
import './components.css';

interface LateByProps {
  units: DossierList['lateBy'] | undefined;
  present: string | undefined;
  onChange: (unit: string | undefined) => void;
}

/** Narrows a list to what was late while one unit had it; the units and their counts come with the list. */
export function LateBy({ units = [], present, onChange }: LateByProps) {
  const { t } = useTranslation('common');
  if (units.length === 0 && present === undefined) return null;
  return (
    <NativeSelect
      className="late-by"
      label={t('shares.lateBy')}
      value={present ?? ''}
      data={[{ value: '', label: t('shares.anybody') }, ...units.map(({ unit, count }) => ({ value: unit.id, label: `${unit.name} (${count})` }))]}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}
