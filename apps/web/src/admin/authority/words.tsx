import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Quoting } from '../../components/quoting';
import { shortDate } from '../../shell/format';
import type { Deciding, Rule } from './calls';
import '../procedures/messages';
import './messages';

/** The heading of a page below the rules, and the way back to them. */
export function PageHead({ title }: { title: string }) {
  const { t } = useTranslation('authority');
  return (
    <>
      <p>
        <Link to="/quan-tri/tham-quyen">{t('back')}</Link>
      </p>
      <Title order={1}>{title}</Title>
    </>
  );
}

/** Who decides, in words: the level, and the unit or office where one is named. */
export function useDeciding() {
  const { t } = useTranslation('authority');
  const office = useOfficeWords();
  return ({ level, office: path, unitName }: Deciding): string => {
    const words = t(`level.${level as 'commune'}`);
    const named = unitName ?? (path && office(path));
    return named ? t('levelWith', { level: words, office: named }) : words;
  };
}

/** Who decides, as it is read: the name of a unit stays Vietnamese. */
export function DecidingWords({ by }: { by: Deciding }) {
  const deciding = useDeciding();
  return <Quoting text={deciding(by)} quotes={[by.unitName]} />;
}

/** What a rule says: the level, and the office it names. The unit of a rule is its place, not who decides. */
export function useRuleWords() {
  const deciding = useDeciding();
  return ({ level, office }: Pick<Rule, 'level' | 'office'>): string => deciding({ level, ...(office !== undefined && { office }) });
}

/** An office by its path: `province/home-affairs`. */
export function useOfficeWords() {
  const { t } = useTranslation('procedures');
  return (path: string): string => {
    const name = path.split('/')[1] ?? path;
    return t(`function.${name as 'centre'}`, { defaultValue: name });
  };
}

/** From when to when a rule holds. */
export function usePeriod() {
  const { t } = useTranslation('authority');
  return ({ from, until }: Pick<Rule, 'from' | 'until'>): string =>
    until === undefined ? t('since', { from: shortDate(from) }) : until < from ? t('withdrawn') : t('between', { from: shortDate(from), until: shortDate(until) });
}

/** The provision a rule rests on, as it is cited. */
export const cited = ({ basis: { number, article, title } }: Pick<Rule, 'basis'>): string => [article, number, title && `(${title})`].filter(Boolean).join(' ');

/** The place of a rule, as it is read: the name of a unit stays Vietnamese. */
export function Place({ of }: { of: Pick<Rule, 'unitId' | 'unitName'> }) {
  const place = usePlace();
  return <Quoting text={place(of)} quotes={[of.unitName]} />;
}

/** The place of a rule by name. */
export function usePlace() {
  const { t } = useTranslation('authority');
  return ({ unitId, unitName }: Pick<Rule, 'unitId' | 'unitName'>): string => (unitId === 'vn' ? t('nation') : unitName);
}
