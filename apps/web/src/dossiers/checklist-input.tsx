import { Button, Checkbox, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DossierComponent } from '../api/types';
import { PaperDetailsInputs } from '../components/paper-details';
import { COMPONENT_STATES } from '../components/words';
import { useLocalized } from '../shell/localized';
import { tickOf } from './act-input';
import type { InputsProps } from './inputs-props';
import { FileLinks } from './file-links';

type Tick = NonNullable<InputsProps['input']['components']>[number];

/** Receiving a dossier filed online: the clerk looks at each paper and says whether it is right. */
export function ChecklistInput({ dossier, input, onChange, attempted, problem }: InputsProps) {
  const { t } = useTranslation('dossiers');
  const ticks = input.components ?? [];
  const set = (next: readonly Tick[]) => onChange({ ...input, components: [...ticks.filter((tick) => !next.some((one) => one.key === tick.key)), ...next] });
  const tickFor = (component: DossierComponent): Tick => ticks.find(({ key }) => key === component.key) ?? { key: component.key, state: tickOf(component.state) };
  const passAll = () => set(dossier.components.filter((component) => component.origin !== 'absent').map(tickFor).filter(({ state }) => state === 'unchecked').map((tick) => ({ ...tick, state: 'passed' as const })));
  return (
    <Stack gap="xs" id="act-components" tabIndex={-1}>
      <div>
        <Button variant="default" size="compact-md" onClick={passAll}>
          {t('input.passAll')}
        </Button>
      </div>
      {dossier.components.map((component) => (
        <TickLine key={component.key} dossierId={dossier.id} component={component} tick={tickFor(component)} attempted={attempted} problem={problem} onChange={(tick) => set([tick])} />
      ))}
      {dossier.fee.total > 0 && !dossier.fee.paid && (
        <Checkbox label={t('input.feePaid')} checked={input.feePaid ?? false} onChange={(event) => onChange({ ...input, feePaid: event.currentTarget.checked })} />
      )}
    </Stack>
  );
}

interface TickLineProps extends Pick<InputsProps, 'attempted' | 'problem'> {
  dossierId: string;
  component: DossierComponent;
  tick: Tick;
  onChange: (tick: Tick) => void;
}

function TickLine({ dossierId, component, tick, attempted, problem, onChange }: TickLineProps) {
  const { t } = useTranslation(['dossiers', 'common']);
  const pick = useLocalized();
  return (
    <div className="supplement-line">
      <Radio.Group
        label={`${pick(component.name)} (${t(component.required ? 'common:component.required' : 'common:component.optional')})`}
        value={tick.state}
        onChange={(value) => onChange({ ...tick, state: tickOf(value) })}
        error={attempted && component.required && tick.state !== 'passed' ? t('dossiers:gap.component') : undefined}
      >
        <div className="radio-row">
          {COMPONENT_STATES.map((one) => (
            <Radio key={one} value={one} label={t(`common:component.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <FileLinks dossierId={dossierId} component={component} />
      {component.origin === 'uploaded' && tick.state === 'passed' && (
        <PaperDetailsInputs componentKey={component.key} name={pick(component.name)} value={tick.paper ?? component.paper} problem={problem} onChange={(paper) => onChange({ ...tick, paper })} />
      )}
    </div>
  );
}
