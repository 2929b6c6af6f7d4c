import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../shell/localized';
import type { UnitFunction } from './calls';
import type { Option } from './inputs';

/** The words for a unit path of a process: the level, what is taken on, and which units hold it. */
export function useUnitOptions(units: readonly UnitFunction[]): (level?: 'commune' | 'province') => Option[] {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  return (level) =>
    units
      .filter(({ path }) => level === undefined || path.startsWith(`${level}/`))
      .map(({ path, units: holders }) => {
        const [where = '', name = ''] = path.split('/');
        const names = [...new Set(holders.map((holder) => pick(holder)))];
        const shown = names.slice(0, 2).join(', ') + (names.length > 2 ? '…' : '');
        // A function nobody has words for yet is shown by its name.
        const words = t(`function.${name as 'centre'}`, { defaultValue: name });
        return { value: path, label: t('unit', { level: t(where === 'province' ? 'level.province' : 'level.commune'), name: words, units: shown }) };
      });
}
