import { CheckIcon, DotFilledIcon } from '@radix-ui/react-icons';
import { useTranslation } from 'react-i18next';
import type { CitizenDossier } from '../../api/types';
import { dateTime } from '../../shell/format';
import { useLocalized } from '../../shell/localized';

interface TrackerStepsProps {
  steps: CitizenDossier['steps'];
  /** What happens in the present step, in words for the owner. */
  stage: string;
}

/** The five steps with their dates; done, now and next are said in words, the signs only repeat them. */
export function TrackerSteps({ steps, stage }: TrackerStepsProps) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  return (
    <ol className="tracker">
      {steps.map((step) => {
        const state = step.state === 'done' || step.state === 'now' ? step.state : 'next';
        return (
          <li key={step.name.vi} className={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="dot" aria-hidden>
              {state === 'done' ? <CheckIcon /> : state === 'now' ? <DotFilledIcon /> : null}
            </span>
            <div>
              <strong>{pick(step.name)}</strong>
              <span className="visually-hidden"> – {t(`tracker.state.${state}`)}</span>
              {state === 'now' && stage !== pick(step.name) && <div>{stage}</div>}
              {step.at && <div className="quiet">{dateTime(step.at)}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
