import { useTranslation } from 'react-i18next';
import type { Assessment, PaperOnFile, RequiredComponent, StoredFile } from '../../api/types';
import { shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { FilePicker } from './file-picker';
import { LIMIT_MB } from './file-rules';
import { type Files, type Filing, offersFor } from './filing-state';
import { PaperOnFileCard } from './paper-on-file';

interface PapersStepProps {
  draftId: string;
  filing: Filing;
  files: Files;
  assessment: Assessment;
  /** Keys of the papers that are missing, once the person wanted to go on. */
  missing: readonly string[];
  onChange: (next: Filing) => void;
  onFiles: (key: string, update: (before: readonly StoredFile[]) => readonly StoredFile[]) => void;
}

export const paperInputId = (key: string): string => `paper-${key}`;

/** The papers of this dossier: those on file offered with what they say, the others to be photographed or chosen. */
export function PapersStep({ draftId, filing, files, assessment, missing, onChange, onFiles }: PapersStepProps) {
  const { t } = useTranslation('citizen');
  return (
    <>
      <p>{t('papers.rules', { limit: LIMIT_MB })}</p>
      {assessment.components.map((component) => (
        <PaperCard
          key={component.key}
          component={component}
          draftId={draftId}
          filing={filing}
          files={files[component.key] ?? []}
          assessment={assessment}
          isMissing={missing.includes(component.key)}
          onChange={onChange}
          onFiles={(update) => onFiles(component.key, update)}
        />
      ))}
    </>
  );
}

interface PaperCardProps extends Pick<PapersStepProps, 'draftId' | 'filing' | 'assessment' | 'onChange'> {
  component: RequiredComponent;
  files: readonly StoredFile[];
  isMissing: boolean;
  onFiles: (update: (before: readonly StoredFile[]) => readonly StoredFile[]) => void;
}

/** A paper on file that is no longer in force: said, so that nobody wonders why another one is asked for. */
function SpentPaper({ paper }: { paper: PaperOnFile }) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  return (
    <p className="quiet">
      {[pick(paper.kindName), paper.number, paper.issuedOn && shortDate(paper.issuedOn)].filter(Boolean).join(', ')}: {t(paper.state === 'revoked' ? 'onFile.revoked' : 'onFile.expired')}
    </p>
  );
}

function PaperCard({ component, draftId, filing, files, assessment, isMissing, onChange, onFiles }: PaperCardProps) {
  const { t } = useTranslation('citizen');
  const pick = useLocalized();
  const { key } = component;
  const id = paperInputId(key);
  const name = pick(component.name);
  const offers = offersFor(key, assessment.componentOffers);
  const spent = assessment.spentPapers.filter((one) => one.key === key);
  const used = offers.find((offer) => offer.paper.id === filing.papers[key]);
  const choose = (paper: string | null) => onChange({ ...filing, papers: { ...filing.papers, [key]: paper } });
  const fault = isMissing ? `${id}-error` : undefined;
  return (
    <section className="card" aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>{component.required ? name : t('papers.optional', { name })}</h2>
      {component.why && <p className="quiet">{pick(component.why)}</p>}
      {component.advice && <p className="quiet">{t('papers.advice', { advice: pick(component.advice) })}</p>}
      {fault && (
        <p className="fault" id={fault}>
          {t('papers.missing', { name })}
        </p>
      )}
      {(used ? [used] : offers).map((offer, index) => (
        <PaperOnFileCard
          key={offer.paper.id}
          paper={offer.paper}
          used={offer === used}
          id={index === 0 ? `${id}-on-file` : `${id}-on-file-${index}`}
          paperName={name}
          describedBy={fault}
          onUse={() => choose(offer.paper.id)}
          onOther={() => choose(null)}
        />
      ))}
      {!used && spent.map(({ paper }) => <SpentPaper key={paper.id} paper={paper} />)}
      {!used && <FilePicker id={id} paperKey={key} paperName={name} owner={{ draft: draftId }} files={files} onChange={onFiles} describedBy={fault} />}
    </section>
  );
}
