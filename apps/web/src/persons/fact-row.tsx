import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fact, PersonPage } from '../api/types';
import { dateTime, shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';
import type { ATTRIBUTES } from './attribute-names';
import type { Ground } from './calls';
import { CorrectionForm } from './correction-form';

interface FactRowProps {
  page: PersonPage;
  ground: Ground;
  attribute: (typeof ATTRIBUTES)[number];
  fact: Fact;
  onChanged: () => void;
  /** Said in the place of the value and its source. */
  children?: ReactNode;
}

/** A value with who said it and, at its right, the way to have it corrected. */
export function FactRow({ page, ground, attribute, fact, onChanged, children }: FactRowProps) {
  const { t } = useTranslation('persons');
  const [correcting, setCorrecting] = useState(false);
  const waits = page.corrections.some(({ decision, factId }) => !decision && factId === fact.id);
  return (
    <>
      <div className="fact-row">
        <div>{children ?? <FactLine fact={fact} />}</div>
        {waits && <span className="fact-waits">{t('correct.open')}: {t('correct.waitsShort')}</span>}
        {page.mayCorrect && !waits && !correcting && (
          <Button size="compact-sm" variant="subtle" aria-label={`${t('correct.open')}: ${t(`attribute.${attribute}`)}`} onClick={() => setCorrecting(true)}>
            {t('correct.open')}
          </Button>
        )}
      </div>
      {correcting && (
        <CorrectionForm
          personId={page.id} fact={fact} attribute={attribute} ground={ground}
          onDone={() => {
            setCorrecting(false);
            onChanged();
          }}
          onCancel={() => setCorrecting(false)}
        />
      )}
    </>
  );
}

/** Whatever else was said of it, corrections included, behind one line. */
export function Earlier({ facts }: { facts: readonly Fact[] }) {
  const { t } = useTranslation('persons');
  if (facts.length === 0) return null;
  return (
    <details>
      <summary>{t('page.earlier', { count: facts.length })}</summary>
      {facts.map((fact) => (
        <FactLine key={fact.id} fact={fact} isWhole />
      ))}
    </details>
  );
}

/** One thing that was said, by whom and as of when; of what an officer entered, or of all that is told whole, also when, by whom and why. */
function FactLine({ fact, isWhole }: { fact: Fact; isWhole?: boolean }) {
  const { t } = useTranslation('persons');
  const pick = useLocalized();
  const entered = isWhole || fact.recordedBy ? t('page.recorded', { at: dateTime(fact.recordedAt) }) : undefined;
  return (
    <p className="fact-line">
      {fact.otherName && <span lang="vi">{fact.otherName} </span>}
      <span className={fact.isCorrected ? 'fact-corrected' : undefined} lang={fact.shown.vi === fact.shown.en ? 'vi' : undefined}>{pick(fact.shown)}</span>
      <span className="under">
        {t('page.saidOn', { source: pick(fact.source), date: shortDate(fact.asOf) })}
        {(fact.authority ?? fact.recordedBy) && <span lang="vi"> · {[fact.authority, fact.recordedBy].filter(Boolean).join(', ')}</span>}
        {entered && <> · {entered}</>}
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
