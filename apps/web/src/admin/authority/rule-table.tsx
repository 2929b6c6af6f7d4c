import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../shell/localized';
import { may, useSession } from '../../shell/session';
import { CardsTable } from '../cards-table';
import type { RuleRecord } from './calls';
import { EndForm } from './end-form';
import { cited, useRuleWords, Place, usePeriod } from './words';
import './authority.css';
import './messages';

/** The rules of one state, and for who may propose it the end of one. */
export function RuleTable({ state, rules }: { state: 'in-force' | 'coming' | 'lapsed'; rules: RuleRecord[] }) {
  const { t } = useTranslation('authority');
  const pick = useLocalized();
  const deciding = useRuleWords();
  const period = usePeriod();
  const session = useSession();
  const [ending, setEnding] = useState<string>();
  const endable = state !== 'lapsed' && may(session, 'authority.propose');
  const endButton = ({ id, subject, endProposed }: RuleRecord) =>
    endProposed ? (
      <Link to="/quan-tri/tham-quyen/thay-doi/$id" params={{ id: endProposed }}>
        {t('end.waits')}
      </Link>
    ) : (
      <Button variant="default" size="compact-md" onClick={() => setEnding(id)} aria-label={t('end.of', { subject: pick(subject) })}>
        {t('end.button')}
      </Button>
    );
  const endedRule = rules.find(({ id }) => id === ending);
  return (
    <section className="panel" aria-labelledby={`rules-${state}`}>
      <h2 id={`rules-${state}`}>{t(`states.${state}`)}</h2>
      {rules.length === 0 && <p>{t(`none.${state}`)}</p>}
      {rules.length > 0 && (
        <CardsTable
          caption={t(`states.${state}`)}
          rows={rules}
          rowKey={({ id }) => id}
          columns={[
            {
              title: t('subject'),
              cell: ({ subject, fieldCode, procedureCode }) => (
                <>
                  {pick(subject)} <span className="under number">{fieldCode ?? procedureCode}</span>
                </>
              ),
            },
            { title: t('place'), cell: (rule) => <Place of={rule} /> },
            { title: t('decides'), cell: deciding },
            { title: t('period'), cell: period },
            {
              title: t('basis'),
              cell: (rule) => (
                <>
                  <span lang="vi">{cited(rule)}</span> <span className="under" lang="vi">{rule.provenance}</span>
                </>
              ),
            },
            ...(endable ? [{ title: t('acts'), className: 'rule-acts', cell: endButton }] : []),
          ]}
        />
      )}
      {endedRule && <EndForm key={endedRule.id} rule={endedRule} onClose={() => setEnding(undefined)} />}
    </section>
  );
}
