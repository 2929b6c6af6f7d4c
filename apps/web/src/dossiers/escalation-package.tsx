import { CheckCircledIcon, FileTextIcon, UpdateIcon } from '@radix-ui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Dossier, Handover } from '../api/types';
import { oneOf } from '../components/words';
import { dateTime } from '../shell/format';
import { Section } from './section';

const STATES = ['same', 'replaced', 'sheet'] as const;
const ICONS = { same: CheckCircledIcon, replaced: UpdateIcon, sheet: FileTextIcon };

/** What the commune sent up with the dossier, the latest round first: what is asked, what was found, what is open, and each paper with its digest. */
export function EscalationPackage({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('dossiers');
  const rounds = dossier.handovers.filter((handover) => handover.package && !handover.recalledAt).toReversed();
  const [latest, ...earlier] = rounds;
  if (!latest) return null;
  return (
    <Section title={t('package.section')}>
      <Content handover={latest} />
      {earlier.length > 0 && (
        <details className="why">
          <summary>{t('package.earlier', { count: earlier.length })}</summary>
          {earlier.map((handover) => (
            <Content key={handover.id} handover={handover} />
          ))}
        </details>
      )}
    </Section>
  );
}

function Content({ handover }: { handover: Handover }) {
  const { t } = useTranslation('dossiers');
  const content = handover.package;
  if (!content) return null;
  return (
    <div className="package">
      <p className="under">
        <strong>{t('round', { round: handover.round })}</strong> · <span lang="vi">{handover.from.name}</span> ·{' '}
        <span className="number">{t('handovers.sent', { at: dateTime(handover.sentAt), who: handover.sentBy ?? t('handovers.desk') })}</span>
      </p>
      <dl className="package-parts">
        <dt>{t('package.request')}</dt>
        <dd lang="vi">{content.request}</dd>
        <dt>{t('package.finding')}</dt>
        <dd lang="vi">{content.finding}</dd>
        <dt>{t('package.questions')}</dt>
        <dd>
          {content.openQuestions.length === 0 ? (
            t('package.noQuestions')
          ) : (
            <ul lang="vi">
              {content.openQuestions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          )}
        </dd>
        <dt>{t('handovers.manifest', { count: handover.manifest.length })}</dt>
        <dd>
          {handover.checkedAt && <p className="under">{t('package.checked', { at: dateTime(handover.checkedAt) })}</p>}
          <ul className="plain-list">
            {handover.manifest.map((line, index) => (
              <ManifestLine key={`${line.key} ${index}`} line={line} />
            ))}
          </ul>
        </dd>
      </dl>
    </div>
  );
}

function ManifestLine({ line }: { line: Handover['manifest'][number] }) {
  const { t } = useTranslation('dossiers');
  const state = oneOf(STATES, line.state, 'sheet');
  const Icon = ICONS[state];
  return (
    <li>
      <span lang="vi">{line.name}</span>{' '}
      <span className={`token ${state === 'same' ? 'token-passed' : state === 'replaced' ? 'token-due-soon' : 'token-none'}`}>
        <Icon aria-hidden /> {t(`package.state.${state}`)}
      </span>
      {line.sha256 && <code className="digest">SHA-256 {line.sha256.slice(0, 16)}…</code>}
    </li>
  );
}
