import { Button, Group } from '@mantine/core';
import { CheckCircledIcon, InfoCircledIcon } from '@radix-ui/react-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookUp, Source, SourceKey } from '../api/types';
import { useLocalized } from '../shell/localized';
import './messages';
import './sources.css';

interface SourceListProps {
  sources: readonly Source[];
  /** The one that is being asked. */
  asking: SourceKey | undefined;
  /** People who ask about themselves read other words than a clerk. */
  isOwn?: boolean;
  onAsk: (source: SourceKey, agreed: boolean) => void;
  /** What is shown of a match. */
  found?: (source: Source) => ReactNode;
}

/** The national sources that may be asked, how each last ended, in one named sentence, and what to do. */
export function SourceList({ sources, asking, isOwn = false, onAsk, found }: SourceListProps) {
  const { t } = useTranslation('sources');
  const pick = useLocalized();
  // Under a zone of the counter, or right under the title of a person's own page.
  const Heading = isOwn ? 'h2' : 'h3';
  return (
    <ul className="plain-list sources">
      {sources.map((each) => {
        const { source, last } = each;
        const name = pick(each.name);
        const asked = last !== undefined && last.outcome !== 'declined';
        return (
          <li key={source} className="source">
            <Heading>{name}</Heading>
            {each.fields.length > 0 && <p className="source-fields">{t('fields', { fields: each.fields.map(({ label }) => pick(label)).join(', ') })}</p>}
            {each.papers.length > 0 && <p className="source-fields">{t('papers', { papers: each.papers.map((paper) => pick(paper.name)).join(', ') })}</p>}
            <div aria-live="polite">
              {asking === source ? <p>{t('asking', { name })}</p> : last && <Outcome last={last} isOwn={isOwn} />}
              {asking !== source && each.isResting && <p className="source-fields">{t('resting')}</p>}
            </div>
            {last?.outcome === 'matched' && found?.(each)}
            {last && last.papers.length > 0 && <p>{t('foundPapers', { papers: last.papers.map((paper) => pick(paper.name)).join(', ') })}</p>}
            {(each.fields.length > 0 || each.papers.length > 0) && (
              <Group gap={6} mt={6}>
                <Button size="compact-md" disabled={asking !== undefined} onClick={() => onAsk(source, true)} aria-label={t(asked ? 'againOf' : isOwn ? 'askOwnOf' : 'askOf', { name })}>
                  {t(asked ? 'again' : isOwn ? 'askOwn' : 'ask')}
                </Button>
                {last === undefined && (
                  <Button size="compact-md" variant="default" disabled={asking !== undefined} onClick={() => onAsk(source, false)} aria-label={t(isOwn ? 'declineOwnOf' : 'declineOf', { name })}>
                    {t(isOwn ? 'declineOwn' : 'decline')}
                  </Button>
                )}
              </Group>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Outcome({ last, isOwn }: { last: LookUp; isOwn: boolean }) {
  const { t } = useTranslation('sources');
  const matched = last.outcome === 'matched';
  const Icon = matched ? CheckCircledIcon : InfoCircledIcon;
  return (
    <div className={matched ? 'source-outcome matched' : 'source-outcome'}>
      <Icon aria-hidden />
      <div>
        <strong>{t(`outcome.${last.outcome}.title`)}</strong>
        <p>{t(`outcome.${last.outcome}.${isOwn ? 'own' : 'do'}`)}</p>
        {last.isReused && <p>{t('reused')}</p>}
      </div>
    </div>
  );
}
