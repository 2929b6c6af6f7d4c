import type { components } from '../api/schema';
import { useLocalized } from '../shell/localized';
import { Quoting } from './quoting';
import './components.css';

export type ShownValue = components['schemas']['ShownValueDto'];

/** The values of one kind, each with the layer it comes from: the nation's rule, or the decision of a province or commune. */
export function ShownValues({ values, kind }: { values: readonly ShownValue[]; kind: string }) {
  const pick = useLocalized();
  return (
    <ul className="plain-list">
      {values
        .filter((value) => value.kind === kind)
        .map((value) => (
          <li key={`${value.key ?? ''} ${value.text.vi} ${value.layer.decision ?? ''}`}>
            {value.name && `${pick(value.name)}: `}
            <Quoting text={pick(value.text)} quotes={[value.layer.decision, value.layer.issuedBy]} />
            <div className="value-layer">
              <Quoting text={pick(value.layer.text)} quotes={[value.layer.decision, value.layer.issuedBy]} />
            </div>
          </li>
        ))}
    </ul>
  );
}
