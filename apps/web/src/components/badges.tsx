import { BellIcon, DotFilledIcon } from '@radix-ui/react-icons';
import type { DossierRow } from '../api/types';
import { useLocalized } from '../shell/localized';
import './components.css';

/** What stands out on a row of a list, each as icon and words. */
export function Badges({ badges }: { badges: DossierRow['badges'] }) {
  const pick = useLocalized();
  if (badges.length === 0) return null;
  return (
    <ul className="plain-list badges">
      {badges.map(({ kind, label, tone }) => (
        <li key={kind} className={`token ${tone === 'alarm' ? 'token-due-soon' : 'token-paused'}`}>
          {tone === 'alarm' ? <BellIcon aria-hidden /> : <DotFilledIcon aria-hidden />}
          {pick(label)}
        </li>
      ))}
    </ul>
  );
}
