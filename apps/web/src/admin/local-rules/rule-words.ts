import { useTranslation } from 'react-i18next';
import { money, shortDate } from '../../shell/format';
import { useLanguage, useLocalized } from '../../shell/localized';
import type { Body, Rule } from './calls';
import './messages';

type State = 'proposed' | 'planned' | 'inForce' | 'over' | 'rejected' | 'withdrawn';

/** Where a record stands on a day, `YYYY-MM-DD`. */
export function stateOn({ state, kind, from, until, replacedFrom }: Rule, day: string): State {
  if (state !== 'approved') return state as 'proposed' | 'rejected' | 'withdrawn';
  if (from > day) return 'planned';
  return kind === 'end' || (until !== undefined && until < day) || (replacedFrom !== undefined && replacedFrom <= day) ? 'over' : 'inForce';
}

/** The words of a rule: what it sets, from when to when, by which decision. */
export function useRuleWords() {
  const { t } = useTranslation('localRules');
  const language = useLanguage();
  const pick = useLocalized();
  const number = (value: number) => (language === 'vi' ? String(value).replace('.', ',') : String(value));
  const amount = ({ value, unit }: { value: number; unit: string }) => `${number(value)} ${t(`unit.${unit as 'hours'}`)}`;
  const limit = ({ parts = [], cutoff }: NonNullable<Body['limits']>[number]) => (cutoff === undefined ? parts.map(amount).join(' + ') : t('cutoff', { time: cutoff }));
  const ways = (channels: readonly string[]) => channels.map((channel) => t(`way.${channel as 'counter'}`)).join(', ');
  return {
    amount,
    period({ kind, from, until }: Rule) {
      if (kind === 'end') return t('list.ended', { from: shortDate(from) });
      return until === undefined ? t('list.from', { from: shortDate(from) }) : t('list.fromTo', { from: shortDate(from), until: shortDate(until) });
    },
    decision: ({ decision: { number: of, date, issuedBy } }: Pick<Rule, 'decision'>) => t('page.decisionText', { number: of, date: shortDate(date), issuedBy }),
    what({ kind, body = {} }: Rule): string[] {
      if (kind === 'end') return [t('what.end')];
      return [
        ...(body.limits ?? []).map((each) => (each.case === undefined ? t('what.limit', { text: limit(each) }) : t('what.limitOf', { name: each.case, text: limit(each) }))),
        ...(body.fees ?? []).map((fee) => t('what.fee', { amount: money(fee.amount, language), ways: ways(fee.channels) })),
        ...(body.exemptions ?? []).map(({ name }) => t('what.exemption', { name: pick(name) })),
        ...(body.channels ? [t('what.channels', { ways: ways(body.channels) })] : []),
        ...(body.note ? [t('what.note')] : []),
        ...(body.received === undefined ? [] : [t(body.received ? 'what.received' : 'what.notReceived')]),
      ];
    },
  };
}
