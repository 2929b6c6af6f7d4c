import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PossibleAct } from '../api/types';
import { useLocalized } from '../shell/localized';
import { commonActs } from './common-acts';
import { MOST, type Selection } from './use-selection';

/** How many are ticked, and what all of them could take. */
export function BatchBar({ selection, isBusy, onAct }: { selection: Selection; isBusy: boolean; onAct: (act: PossibleAct) => void }) {
  const { t } = useTranslation('batch');
  const pick = useLocalized();
  const acts = commonActs(selection.chosen);
  const [main, beside] = [acts.filter((act) => !act.beside), acts.filter((act) => act.beside)];
  const button = (act: PossibleAct, variant: 'filled' | 'default') => (
    <Button key={act.event} variant={variant} size="compact-md" disabled={isBusy} onClick={() => onAct(act)}>
      {pick(act.label)}
    </Button>
  );
  return (
    <section className="batch-bar" aria-label={t('bar')}>
      <p role="status">
        <strong>{t('chosen', { count: selection.chosen.length })}</strong> {selection.elsewhere > 0 && t('elsewhere', { count: selection.elsewhere })} {selection.isFull && t('full', { most: MOST })} {acts.length === 0 && t('nothing')}
      </p>
      <div className="batch-acts">
        {main.map((act) => button(act, 'filled'))}
        {beside.map((act) => button(act, 'default'))}
        <Button variant="subtle" size="compact-md" onClick={selection.clear}>
          {t('clear')}
        </Button>
      </div>
    </section>
  );
}
