import { CheckIcon, DotFilledIcon } from '@radix-ui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Step } from '../api/types';
import { oneOf } from '../components/words';
import { useLocalized } from '../shell/localized';

const STATES = ['done', 'now', 'next'] as const;

/** The way of the dossier: done, now, next; said in words as well as drawn. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  return (
    <ol className="steps" aria-label={t('steps.title')}>
      {steps.map((step) => {
        const state = oneOf(STATES, step.state, 'next');
        return (
          <li key={step.id} className={`step step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="step-mark" aria-hidden>
              {state === 'done' ? <CheckIcon /> : state === 'now' ? <DotFilledIcon /> : null}
            </span>
            <span>
              {pick(step.name)} <span className="visually-hidden">({t(`steps.${state}`)})</span>
              <span className="under" lang="vi">
                {step.unit}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
