import { useTranslation } from 'react-i18next';
import type { FieldState } from './field-state';

/** Where a word is needed: a known value says by its source how it stands, and what may stay empty says so in its label. */
export function tagOf(state: FieldState | undefined) {
  return state === 'missing' || state === 'declared' ? <FieldTag state={state} /> : undefined;
}

function FieldTag({ state }: { state: 'missing' | 'declared' }) {
  const { t } = useTranslation('forms');
  return <span className={`field-tag field-tag-${state}`}>{t(`state.${state}`)}</span>;
}
