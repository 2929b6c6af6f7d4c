import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../shell/localized';
import { may, useSession } from '../../shell/session';
import type { RuleRecord } from './calls';
import { EndForm } from './end-form';
import { cited, useRuleWords, usePeriod, usePlace } from './words';
import './authority.css';
import './messages';

/** The rules of one state, and for who may propose it the end of one. */
export function RuleTable({ state, rules }: { state: 'in-force' | 'coming' | 'lapsed'; rules: RuleRecord[] }) {
  const { t } = useTranslation('authority');
  const pick = useLocalized();
  const deciding = useRuleWords();
  const period = usePeriod();
  const place = usePlace();
  const session = useSession();
  const [ending, setEnding] = useState<string>();
  const endable = state !== 'lapsed' && may(session, 'authority.propose');
  const endedRule = rules.find(({ id }) => id === ending);
  return (
    <section className="panel" aria-labelledby={`rules-${state}`}>
      <h2 id={`rules-${state}`}>{t(`states.${state}`)}</h2>
      {rules.length === 0 && <p>{t(`none.${state}`)}</p>}
      {rules.length > 0 && (
        <table className="cards-table">
          <caption className="visually-hidden">{t(`states.${state}`)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('subject')}</th>
              <th scope="col">{t('place')}</th>
              <th scope="col">{t('decides')}</th>
              <th scope="col">{t('period')}</th>
              <th scope="col">{t('basis')}</th>
              {endable && <th scope="col">{t('acts')}</th>}
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.id}>
                <th scope="row">
                  {pick(rule.subject)} <span className="under number">{rule.fieldCode ?? rule.procedureCode}</span>
                </th>
                <td data-label={t('place')}>{place(rule)}</td>
                <td data-label={t('decides')}>{deciding(rule)}</td>
                <td data-label={t('period')}>{period(rule)}</td>
                <td data-label={t('basis')}>
                  <span lang="vi">{cited(rule)}</span> <span className="under" lang="vi">{rule.provenance}</span>
                </td>
                {endable && (
                  <td data-label={t('acts')} className="rule-acts">
                    {rule.endProposed ? (
                      <Link to="/quan-tri/tham-quyen/thay-doi/$id" params={{ id: rule.endProposed }}>
                        {t('end.waits')}
                      </Link>
                    ) : (
                      <Button variant="default" size="compact-md" onClick={() => setEnding(rule.id)} aria-label={t('end.of', { subject: pick(rule.subject) })}>
                        {t('end.button')}
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {endedRule && <EndForm key={endedRule.id} rule={endedRule} onClose={() => setEnding(undefined)} />}
    </section>
  );
}
