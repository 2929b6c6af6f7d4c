import { useTranslation } from 'react-i18next';
import { timeOfDay } from '../../shell/format';
import type { Saved } from './use-filing';

/** When the draft was last saved, said politely; said only once the desk has it. */
export function SavedNote({ saved }: { saved: Saved }) {
  const { t } = useTranslation('citizen');
  return (
    <p className="saved" role="status">
      {saved.state === 'saved' && t('saved.at', { time: timeOfDay(saved.at) })}
      {saved.state === 'saving' && t('saved.saving')}
      {saved.state === 'local' && t('saved.local')}
    </p>
  );
}
