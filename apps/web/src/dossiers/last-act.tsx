import { CheckCircledIcon } from '@radix-ui/react-icons';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../api/types';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { WhoActed } from './who-acted';

interface LastActProps {
  dossier: Dossier;
  /** Just done here: shown strongly and focused. */
  fresh: boolean;
  ref?: Ref<HTMLDivElement>;
  after?: ReactNode;
}

/** The confirmation of an act: what, by whom, when, and where the dossier is now. */
export function LastAct({ dossier, fresh, ref, after }: LastActProps) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  const last = dossier.history.reduce<Dossier['history'][number] | undefined>((latest, line) => (!latest || line.seq > latest.seq ? line : latest), undefined);
  if (!last) return null;
  return (
    <div ref={ref} tabIndex={-1} className={fresh ? 'last-act fresh' : 'last-act'}>
      {fresh && <CheckCircledIcon aria-hidden />}
      <div>
        <strong>{fresh ? t('acts.done', { label: pick(last.label) }) : t('acts.last', { label: pick(last.label) })}</strong>{' '}
        <span className="number">{dateTime(last.at)}</span> · <WhoActed line={last} />
        <br />
        {t('acts.now', { step: pick(dossier.stepName) })} – <span lang="vi">{dossier.addressee ? `${dossier.holder.name} → ${dossier.addressee.name}` : dossier.holder.name}</span>
        {fresh && after && <div className="after-act">{after}</div>}
      </div>
    </div>
  );
}
