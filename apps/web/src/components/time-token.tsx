import { CheckCircledIcon, CircleIcon, ClockIcon, CrossCircledIcon, PauseIcon } from '@radix-ui/react-icons';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Localized } from '../api/types';
import { useLocalized } from '../shell/localized';
import './components.css';
import { oneOf, TIME_TOKENS, type TimeToken as Token } from './words';

const ICONS: Record<Token, ComponentType<{ 'aria-hidden': true }>> = {
  'on-time': CheckCircledIcon,
  'due-soon': ClockIcon,
  overdue: CrossCircledIcon,
  paused: PauseIcon,
  none: CircleIcon,
};

/** How a dossier stands with its time: icon, word and colour together, then the time left in words. */
export function TimeToken({ token, text }: { token: string; text: Localized }) {
  const { t } = useTranslation();
  const pick = useLocalized();
  const known = oneOf(TIME_TOKENS, token, 'none');
  const Icon = ICONS[known];
  const detail = pick(text);
  const word = t(`time.${known}`);
  // The desk's own words may repeat the token ("Tạm dừng – chờ …") or, without a clock, say why there is none.
  const saysAll = detail !== '' && (known === 'none' || detail.toLocaleLowerCase().startsWith(word.toLocaleLowerCase()));
  return (
    <span className="time">
      <span className={`token token-${known}`}>
        <Icon aria-hidden />
        {saysAll ? detail : word}
      </span>
      {detail && !saysAll && <span className="time-left">{detail}</span>}
    </span>
  );
}
