import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fact, PersonPage } from '../api/types';
import { oneOf } from '../components/words';
import { dateTime, shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { ATTRIBUTES } from './attribute-names';
import type { Ground } from './calls';
import { CorrectionForm } from './correction-form';

/** Each value with who said it and when; whatever else was said of it, corrections included, opens below. */
export function Attributes({ page, ground, onChanged }: { page: PersonPage; ground: Ground; onChanged: () => void }) {
  const { t } = useTranslation('persons');
  const [correcting, setCorrecting] = useState<string>();
  const waiting = new Set(page.corrections.filter(({ decision }) => !decision).map(({ factId }) => factId));
  return (
    <dl className="person-values">
      {page.attributes.map(({ attribute, facts }) => (
        <div key={attribute}>
          <dt>{t(`attribute.${oneOf(ATTRIBUTES, attribute, 'fullName')}`)}</dt>
          <dd>
            {facts.filter((fact) => fact.isShown).map((fact) => (
              <div key={fact.id}>
                <FactLine fact={fact} />
                {page.mayCorrect && !waiting.has(fact.id) && correcting !== fact.id && (
                  <Button size="compact-sm" variant="subtle" onClick={() => setCorrecting(fact.id)}>
                    {t('correct.open')}
                  </Button>
                )}
                {correcting === fact.id && (
                  <CorrectionForm
                    personId={page.id} fact={fact} attribute={oneOf(ATTRIBUTES, attribute, 'fullName')} ground={ground}
                    onDone={() => {
                      setCorrecting(undefined);
                      onChanged();
                    }}
                    onCancel={() => setCorrecting(undefined)}
                  />
                )}
              </div>
            ))}
            {facts.some((fact) => !fact.isShown) && (
              <details>
                <summary>{t('page.earlier', { count: facts.filter((fact) => !fact.isShown).length })}</summary>
                {facts.filter((fact) => !fact.isShown).map((fact) => (
                  <FactLine key={fact.id} fact={fact} />
                ))}
              </details>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FactLine({ fact }: { fact: Fact }) {
  const { t } = useTranslation('persons');
  const pick = useLocalized();
  return (
    <p className="fact-line">
      <span lang="vi">{fact.otherName}</span> <span className={fact.isCorrected ? 'fact-corrected' : undefined} lang={fact.shown.vi === fact.shown.en ? 'vi' : undefined}>{pick(fact.shown)}</span>
      <span className="under">
        {t('page.saidOn', { source: pick(fact.source), date: shortDate(fact.asOf) })}
        {(fact.authority ?? fact.recordedBy) && <span lang="vi"> · {[fact.authority, fact.recordedBy].filter(Boolean).join(', ')}</span>} · {t('page.recorded', { at: dateTime(fact.recordedAt) })}
        {fact.isCorrected && <> · {t('page.corrected')}</>}
        {fact.reason && (
          <>
            {' '}
            · {t('page.reason')}: <span lang="vi">{fact.reason}</span>
          </>
        )}
      </span>
    </p>
  );
}
