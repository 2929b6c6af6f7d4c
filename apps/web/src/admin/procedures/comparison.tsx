import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../shell/localized';
import { CardsTable } from '../cards-table';
import type { Difference } from './calls';
import { LevelDrawing } from './level-drawing';

interface DifferencesProps {
  differences: readonly Difference[];
  /** The published version it is compared with. */
  version: number;
  running: number;
}

/** What a new version changes, field by field; and how many dossiers it leaves where they are. */
export function Differences({ differences, version, running }: DifferencesProps) {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  return (
    <section className="panel" aria-labelledby="differences">
      <h2 id="differences">{t('compare.title', { version })}</h2>
      <p>{t('compare.running', { count: running })}</p>
      {differences.length === 0 ? (
        <p>{t('compare.none')}</p>
      ) : (
        <CardsTable
          caption={t('compare.title', { version })}
          rows={differences}
          rowKey={({ pointer, place }) => pointer + place.vi}
          columns={[
            { title: t('compare.place'), cell: ({ place }) => pick(place) },
            { title: t('compare.before'), cell: ({ before }) => (before ? <del>{pick(before)}</del> : <em>{t('compare.absent')}</em>) },
            { title: t('compare.after'), cell: ({ after }) => (after ? <ins>{pick(after)}</ins> : <em>{t('compare.gone')}</em>) },
          ]}
        />
      )}
    </section>
  );
}

/** The drawing of the draft beside that of the version it is compared with. */
export function Drawings({ code, draft, comparedWith, levels }: { code: string; draft: number; comparedWith: number | undefined; levels: readonly string[] }) {
  const { t } = useTranslation('procedures');
  return (
    <section className="panel" aria-labelledby="drawings">
      <h2 id="drawings">{t('compare.drawings')}</h2>
      <div className="drawings">
        {comparedWith !== undefined && (
          <div>
            <h3>{t('compare.inForce', { version: comparedWith })}</h3>
            <LevelDrawing address={`/api/admin/procedures/${code}/versions/${comparedWith}/process.svg`} alt={t('compare.inForce', { version: comparedWith })} levels={levels} />
          </div>
        )}
        <div>
          <h3>{t('compare.draft')}</h3>
          <LevelDrawing address={`/api/admin/procedures/${code}/draft/process.svg?seen=${draft}`} alt={t('compare.draft')} levels={levels} open />
        </div>
      </div>
    </section>
  );
}
