import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Doubt, DoubtSide } from '../api/types';
import { shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { knownDay, useValueText } from './value-text';

/** In the order of a card; what neither record has is left out. */
const ORDER = ['fullName', 'personalId', 'birthDate', 'sex', 'death', 'ethnicity', 'nationality', 'birthPlace', 'homeTown', 'permanentAddress', 'phone', 'email'];

/** The records beside each other, value by value, with who says so and since when; what differs is marked, in words too. */
export function DoubtSides({ doubt: { sides } }: { doubt: Doubt }) {
  const said = ORDER.filter((attribute) => sides.some(({ values }) => values.some((value) => value.attribute === attribute)));
  const textOf = (side: DoubtSide | undefined, attribute: string) => side?.values.find((value) => value.attribute === attribute)?.text;
  const differs = (attribute: string) => sides.length === 2 && textOf(sides[0], attribute) !== textOf(sides[1], attribute);
  return (
    <div className="doubt-sides">
      {sides.map((side, index) => (
        <Side key={side.personId} side={side} index={index} single={sides.length === 1} said={said} differs={differs} />
      ))}
    </div>
  );
}

interface SideProps {
  side: DoubtSide;
  index: number;
  single: boolean;
  said: readonly string[];
  differs: (attribute: string) => boolean;
}

function Side({ side, index, single, said, differs }: SideProps) {
  const { t } = useTranslation('quality');
  const pick = useLocalized();
  const text = useValueText();
  const name = single ? t('side.only') : t(index === 0 ? 'side.first' : 'side.second');
  return (
    <section className="panel" aria-labelledby={`side-${index}`}>
      <h2 id={`side-${index}`}>{name}</h2>
      {side.merged && <p>{t('side.merged')}</p>}
      <dl className="doubt-values">
        {said.map((attribute) => {
          const value = side.values.find((each) => each.attribute === attribute);
          return (
            <div key={attribute} className={differs(attribute) ? 'differs' : undefined}>
              <dt>
                {t(`attribute.${attribute}` as 'attribute.fullName')}
                {differs(attribute) && ` (${t('side.differs')})`}
              </dt>
              <dd>
                <span lang="vi">{value ? text(attribute, value.text) : '–'}</span>
                {value && (
                  <div className="under">
                    {t('doubt.source', { source: pick(value.source), date: shortDate(value.asOf) })}
                    {value.authority && <span lang="vi"> · {value.authority}</span>}
                    {value.others > 0 && ` · ${t('side.others', { count: value.others })}`}
                  </div>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <h3>{t('side.relatives')}</h3>
      {side.relatives.length === 0 ? (
        <p>{t('side.none')}</p>
      ) : (
        <ul>
          {side.relatives.map((relative, at) => (
            <li key={at}>
              {t(`relative.${relative.kind}` as 'relative.child')}: <span lang="vi">{relative.fullName}</span>
              {relative.birthDate && <span className="under number"> {knownDay(relative.birthDate)}</span>}
              {relative.until && <span className="under"> {t('side.until', { date: shortDate(relative.until) })}</span>}
            </li>
          ))}
        </ul>
      )}
      <h3>{t('side.papers')}</h3>
      {side.papers.length === 0 ? (
        <p>{t('side.none')}</p>
      ) : (
        <ul>
          {side.papers.map((paper, at) => (
            <li key={at}>
              {pick(paper.name)} {paper.number && <span className="number">{paper.number}</span>}
              {paper.issuer && paper.issuedOn && (
                <div className="under" lang="vi">
                  {paper.issuer}, {shortDate(paper.issuedOn)}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <h3>{t('side.dossiers')}</h3>
      {side.dossiers.length === 0 ? (
        <p>{t('side.noDossiers')}</p>
      ) : (
        <ul>
          {side.dossiers.map((dossier) => (
            <li key={dossier.code}>
              {dossier.id ? (
                <Link to="/ho-so/$id" params={{ id: dossier.id }} className="number">
                  {dossier.code}
                </Link>
              ) : (
                <span className="number">{dossier.code}</span>
              )}
              <div className="under" lang="vi">
                {dossier.procedureName} · {dossier.status.vi}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
