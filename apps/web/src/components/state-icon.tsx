import { CheckCircledIcon, CircleIcon, CrossCircledIcon } from '@radix-ui/react-icons';
import { useTranslation } from 'react-i18next';
import './components.css';
import { COMPONENT_STATES, oneOf } from './words';

/** A component's state as icon and word; the colour only repeats them. */
export function ComponentStateMark({ state }: { state: string }) {
  const { t } = useTranslation();
  const known = oneOf(COMPONENT_STATES, state, 'unchecked');
  const Icon = known === 'passed' ? CheckCircledIcon : known === 'failed' ? CrossCircledIcon : CircleIcon;
  return (
    <span className={`token token-${known}`}>
      <Icon aria-hidden />
      {t(`component.${known}`)}
    </span>
  );
}
