import { useTranslation } from 'react-i18next';
import type { Localized } from '../api/types';
import { useLocalized } from '../shell/localized';

interface CountedPaper {
  key: string;
  name: Localized;
  originals: number;
  copies: number;
}

/** Papers that change hands, each with how many originals and copies. */
export function PaperCounts({ papers }: { papers: readonly CountedPaper[] }) {
  const { t } = useTranslation();
  const pick = useLocalized();
  return (
    <ul>
      {papers.map(({ key, name, originals, copies }) => (
        <li key={key}>
          {pick(name)} ({t('component.counts', { originals, copies })})
        </li>
      ))}
    </ul>
  );
}
