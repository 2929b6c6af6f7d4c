import { Badge, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Quoting } from '../../components/quoting';
import type { Change } from './calls';
import './messages';

/** The heading of a page below the changes, and the way back to them. */
export function PageHead({ title }: { title: ReactNode }) {
  const { t } = useTranslation('units');
  return (
    <>
      <p>
        <Link to="/quan-tri/sap-xep">{t('back')}</Link>
      </p>
      <Title order={1}>{title}</Title>
    </>
  );
}

/** A change in one sentence: which units, and who takes over. */
export function ChangeWords({ body, names }: Pick<Change, 'body' | 'names'>) {
  const { t } = useTranslation('units');
  const named = (ids: readonly string[]): string => ids.map((id) => names[id] ?? id).join(', ');
  const to = [...(body.parts ?? []).map((part) => part.to), ...(body.successor === undefined ? [] : [body.successor])];
  const [units, successors] = [named(body.units), named([...new Set(to)])];
  return <Quoting text={t(body.kind, { units, to: successors })} quotes={[units, successors]} />;
}

const COLOURS = { proposed: 'orange', approved: 'blue', rejected: 'gray', 'under-way': 'blue', done: 'green' } as const;
export type State = keyof typeof COLOURS;

/** How far a change is, as a word with a colour. */
export function StateBadge({ state }: { state: string }) {
  const { t } = useTranslation('units');
  return (
    <Badge color={COLOURS[state as State]} variant="light">
      {t(`state.${state as State}`)}
    </Badge>
  );
}

export const colourOf = (state: string): string => COLOURS[state as State];
