import { useTranslation } from 'react-i18next';
import type { PersonPage } from '../api/types';
import { oneOf } from '../components/words';
import { ATTRIBUTES, RELATIONS } from './attribute-names';
import type { Ground } from './calls';
import { Earlier, FactRow } from './fact-row';

/** Each value of the person's own with who said it; whatever else was said of it, corrections included, opens below. */
export function Attributes({ page, ground, onChanged }: { page: PersonPage; ground: Ground; onChanged: () => void }) {
  const { t } = useTranslation('persons');
  const own = page.attributes.filter(({ attribute }) => !RELATIONS.includes(attribute));
  return (
    <dl className="person-values">
      {own.map(({ attribute, facts }) => {
        const name = oneOf(ATTRIBUTES, attribute, 'fullName');
        return (
          <div key={attribute}>
            <dt>{t(`attribute.${name}`)}</dt>
            <dd>
              {facts.filter((fact) => fact.isShown).map((fact) => (
                <FactRow key={fact.id} page={page} ground={ground} attribute={name} fact={fact} onChanged={onChanged} />
              ))}
              <Earlier facts={facts.filter((fact) => !fact.isShown)} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
