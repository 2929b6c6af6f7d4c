import { useTranslation } from 'react-i18next';
import type { PaperOnFile } from '../../api/types';
import { shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { isKnownValue, KNOWN_CONTENT, type KnownContent } from './paper-content';

interface PaperOnFileCardProps {
  paper: PaperOnFile;
  used: boolean;
  id: string;
  paperName: string;
  describedBy?: string;
  onUse: () => void;
  onOther: () => void;
}

/** A paper the desk has already: what it says stands here before it can be used. */
export function PaperOnFileCard({ paper, used, id, paperName, describedBy, onUse, onOther }: PaperOnFileCardProps) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const usable = paper.state === 'in-force';
  return (
    <div className={used ? 'statement agreed' : 'statement'} role="group" aria-label={t('onFile.title')}>
      <p className="source">{t('onFile.title')}</p>
      <dl className="values">
        <Line term={t('onFile.kind')} text={pick(paper.kindName)} />
        {paper.number && <Line term={t('onFile.number')} text={paper.number} />}
        {paper.issuer && <Line term={t('onFile.issuer')} text={paper.issuer} />}
        {paper.issuedOn && <Line term={t('onFile.issuedOn')} text={shortDate(paper.issuedOn)} />}
        {paper.acceptedOn && <Line term={t('onFile.acceptedIn')} text={`${paper.source}, ${shortDate(paper.acceptedOn)}`} />}
        {KNOWN_CONTENT.map((name) => (
          <ContentLine key={name} name={name} value={paper.content[name]} />
        ))}
      </dl>
      {!usable && <p className="fault">{t(paper.state === 'revoked' ? 'onFile.revoked' : 'onFile.expired')}</p>}
      {used ? (
        <>
          <p role="status">{t('onFile.used')}</p>
          <button type="button" id={id} className="link" onClick={onOther} aria-label={t('onFile.otherFor', { paper: paperName })}>
            {t('onFile.other')}
          </button>
        </>
      ) : (
        usable && (
          <button type="button" id={id} className="other" onClick={onUse} aria-describedby={describedBy} aria-label={t('onFile.useFor', { paper: paperName })}>
            {t('onFile.use')}
          </button>
        )
      )}
    </div>
  );
}

function Line({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd lang="vi">{text}</dd>
    </div>
  );
}

function ContentLine({ name, value }: { name: KnownContent; value: unknown }) {
  const { t } = useTranslation('citizen');
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value);
  const shown = /^\d{4}-\d{2}-\d{2}$/.test(text) ? shortDate(text) : isKnownValue(text) ? t(`onFile.value.${text}`) : text;
  return <Line term={t(`onFile.content.${name}`)} text={shown} />;
}
