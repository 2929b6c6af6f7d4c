import { useTranslation } from 'react-i18next';
import type { Session } from '../api/types';
import { dateTime } from '../shell/format';
import { useSession } from '../shell/session';
import './cover.css';
import './messages';

type Acting = NonNullable<Session['actingFor']>[number];

/** For whom the reader acts on a dossier: standing in for somebody, or signing by a document; nothing where it is only the own post. */
export function ActingFor({ procedureCode, units }: { procedureCode: string; units: readonly string[] }) {
  const { t } = useTranslation('cover');
  const { actingFor = [] } = useSession();
  const here = actingFor.filter((each) => concerns(each, procedureCode, units));
  if (here.length === 0) return null;
  return (
    <div className="acting-for" role="note">
      <ul>
        {here.map((each) => (
          <li key={`${each.basis} ${each.name} ${each.post}`}>{sentence(each)}</li>
        ))}
      </ul>
    </div>
  );

  function sentence({ basis, name, post, formula, document, until }: Acting): string {
    if (basis === 'absence') return t('acting.absence', { name, post, until: dateTime(until) });
    return t('acting.delegation', { name, formula: formula ?? '', document: document ?? '', until: dateTime(until) });
  }
}

const concerns = ({ units, procedures }: Acting, procedureCode: string, places: readonly string[]): boolean =>
  places.some((unit) => units.includes(unit)) && (procedures.length === 0 || procedures.includes(procedureCode));
