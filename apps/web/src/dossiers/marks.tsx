import { ExclamationTriangleIcon } from '@radix-ui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../api/types';
import { useLocalized } from '../shell/localized';
import { Section } from './section';

/** What the province has marked and the commune has to put right: each field or paper with its reason and article. */
export function Marks({ marks }: { marks: Dossier['marks'] }) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  if (marks.length === 0) return null;
  return (
    <Section title={t('marks.title')}>
      <p className="under">{t('marks.help')}</p>
      <ul className="plain-list">
        {marks.map((mark) => (
          <li key={mark.target + mark.key}>
            <ExclamationTriangleIcon aria-hidden /> <strong lang="vi">{mark.name}</strong>: {pick(mark.reason)}
            <div className="under" lang="vi">
              {[mark.note, mark.basis].filter(Boolean).join(' · ')}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
