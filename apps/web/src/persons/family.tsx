import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Fact, PersonPage } from '../api/types';
import { oneOf } from '../components/words';
import { shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { ATTRIBUTES, RELATIONS } from './attribute-names';
import type { Ground } from './calls';
import { Earlier, FactRow } from './fact-row';

type Relative = PersonPage['relatives'][number];

/** The family one by one, each with who said so; a relation that is wrong can be said to be. What was said before opens below. */
export function Family({ page, ground, onChanged }: { page: PersonPage; ground: Ground; onChanged: () => void }) {
  const { t } = useTranslation('persons');
  const pick = useLocalized();
  const relations = page.attributes.filter(({ attribute }) => RELATIONS.includes(attribute));
  const factOf = ({ kind, id }: Relative): Fact | undefined => relations.find(({ attribute }) => attribute === kind)?.facts.find(({ isShown, otherId }) => isShown && otherId === id);
  const told = new Set(page.relatives.map((relative) => factOf(relative)?.id));
  const earlier = relations.flatMap(({ facts }) => facts.filter(({ id }) => !told.has(id)));
  return (
    <>
      {page.relatives.length === 0 && <p>{t('page.noFamily')}</p>}
      <dl className="person-values">
        {page.relatives.map((relative) => {
          const fact = factOf(relative);
          return (
            <div key={`${relative.kind} ${relative.id}`}>
              <dt>{pick(relative.kindName)}</dt>
              <dd>
                {fact ? (
                  <FactRow page={page} ground={ground} attribute={oneOf(ATTRIBUTES, relative.kind, 'father')} fact={fact} onChanged={onChanged}>
                    <RelativeLine relative={relative} />
                  </FactRow>
                ) : (
                  <RelativeLine relative={relative} />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <Earlier facts={earlier} />
    </>
  );
}

function RelativeLine({ relative }: { relative: Relative }) {
  const { t } = useTranslation('persons');
  const pick = useLocalized();
  const days = [
    relative.birthDate && t('page.born', { date: shortDate(relative.birthDate) }),
    relative.since && t('page.since', { date: shortDate(relative.since) }),
    relative.until && t('page.until', { date: shortDate(relative.until) }),
  ];
  return (
    <p className="fact-line">
      <Link to="/nguoi/$id" params={{ id: relative.id }} lang="vi">
        {relative.fullName}
      </Link>
      <span className="under">{[...days, pick(relative.source)].filter(Boolean).join(' · ')}</span>
    </p>
  );
}
