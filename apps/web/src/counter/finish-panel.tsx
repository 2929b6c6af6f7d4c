import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeResult } from '../api/types';
import { FeeLines } from '../components/fee-lines';
import { PdfLink } from '../components/pdf-link';
import { shortDate, timeOfDay, weekday } from '../shell/format';
import { useLanguage, useLocalized } from '../shell/localized';

export interface Finished {
  outcome: 'receive' | 'requestSupplement' | 'refuseReceipt' | 'file';
  result: IntakeResult;
}

interface FinishPanelProps {
  finished: Finished;
  onNext: () => void;
  onSamePerson: () => void;
}

/** What stays after an intake until the next begins: code and appointed time in large type, one sentence to read aloud. */
export function FinishPanel({ finished: { outcome, result }, onNext, onSamePerson }: FinishPanelProps) {
  const { t } = useTranslation('counter');
  const pick = useLocalized();
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="panel finish" aria-labelledby="finish-heading">
      <h1 id="finish-heading" ref={heading} tabIndex={-1}>
        {t(`finish.${outcome}`)}
      </h1>
      <dl className="finish-facts">
        <div>
          <dt>{t(result.received ? 'finish.code' : 'finish.filingNumber')}</dt>
          <dd className="finish-code number">{result.code}</dd>
        </div>
        {result.dueAt && (
          <div>
            <dt>{t('finish.due')}</dt>
            <dd className="finish-code number">
              {timeOfDay(result.dueAt)}, {weekday(result.dueAt, language)} {shortDate(result.dueAt)}
            </dd>
          </div>
        )}
        {result.entries && (
          <div>
            <dt>{t('finish.entries')}</dt>
            <dd className="finish-code number">{result.entries.join(', ')}</dd>
          </div>
        )}
        <div>
          <dt>{t('finish.secret')}</dt>
          <dd className="finish-secret number">{result.secret}</dd>
        </div>
      </dl>
      <blockquote className="read-aloud">
        <div>{t('finish.readAloud')}</div>
        {pick(result.sentence)}
      </blockquote>
      {result.groupId && <p>{t('finish.linked')}</p>}
      <FeeLines fee={result.fee} />
      <Group gap="lg" mt="md">
        {outcome !== 'file' && result.paperUrl && <PdfLink href={result.paperUrl}>{t(`finish.paper.${outcome}`)}</PdfLink>}
        {result.entriesUrl && <PdfLink href={result.entriesUrl}>{t('finish.entriesPaper')}</PdfLink>}
        <Link to="/ho-so/$id" params={{ id: result.dossierId }}>
          {t('finish.openDossier')}
        </Link>
      </Group>
      <Group gap="sm" mt="lg">
        <Button size="md" onClick={onNext}>
          {t('finish.next')}
        </Button>
        <Button size="md" variant="default" onClick={onSamePerson}>
          {t('finish.samePerson')}
        </Button>
      </Group>
    </section>
  );
}
