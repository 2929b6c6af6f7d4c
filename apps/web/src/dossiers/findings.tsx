import { CheckCircledIcon, CrossCircledIcon } from '@radix-ui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../api/types';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';

/** What the examiners found, oldest first: the next level reads this before anything else. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  if (findings.length === 0) return <p className="under">{t('findings.none')}</p>;
  return (
    <ol className="plain-list findings">
      {findings.map((finding, index) => (
        <li key={index}>
          <span className={`token ${finding.meets ? 'token-passed' : 'token-failed'}`}>
            {finding.meets ? <CheckCircledIcon aria-hidden /> : <CrossCircledIcon aria-hidden />}
            {t(finding.meets ? 'findings.meets' : 'findings.fails')}
          </span>{' '}
          <span className="under" lang="vi">
            {finding.by}, {finding.unit} · <span className="number">{dateTime(finding.at)}</span>
          </span>
          {finding.noted.length > 0 && (
            <dl className="noted-lines">
              {finding.noted.map((line, at) => (
                <div key={at}>
                  <dt>{pick(line.name)}</dt>
                  <dd>{pick(line.value)}</dd>
                </div>
              ))}
            </dl>
          )}
          {finding.text && <blockquote lang="vi">{finding.text}</blockquote>}
        </li>
      ))}
    </ol>
  );
}
