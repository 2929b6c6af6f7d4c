import { useTranslation } from 'react-i18next';
import { shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';
import '../sources/messages';
import type { PaperChoice } from './papers-meant';

interface PaperChoicesProps {
  choices: readonly PaperChoice[];
  /** As deep as the page has it. */
  heading?: 'h2' | 'h3';
  onChoose: (paperId: string) => void;
}

const read = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? shortDate(text) : text);

/** Several papers in force say different things: the person says which is meant, or answers by hand below. */
export function PaperChoices({ choices, heading: Heading = 'h3', onChoose }: PaperChoicesProps) {
  const { t } = useTranslation('sources');
  const pick = useLocalized();
  if (choices.length === 0) return null;
  return (
    <section className="paper-choices" aria-labelledby="paper-choices-title">
      <Heading id="paper-choices-title">{t('several.title')}</Heading>
      <p>{t('several.do')}</p>
      <ul className="plain-list">
        {choices.map(({ paperId, source, asOf, says }) => {
          const words = says.map(({ label, shown }) => `${pick(label)}: ${read(pick(shown))}`).join('; ');
          return (
            <li key={paperId}>
              <span lang="vi">{words}</span> <span className="source-fields">{t('onFile', { source: pick(source), date: shortDate(asOf) })}</span>{' '}
              <button type="button" className="paper-choice" aria-label={t('several.useOf', { words })} onClick={() => onChoose(paperId)}>
                {t('several.use')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
