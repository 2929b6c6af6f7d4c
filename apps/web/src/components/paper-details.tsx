import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import type { PaperDetails } from '../api/types';
import { DateInput } from '../forms/date-input';
import { shortDate } from '../shell/format';
import { useLanguage } from '../shell/localized';
import './components.css';

export const PAPER_DETAILS = ['number', 'issuer', 'issuedOn', 'validUntil'] as const;

/** The id of one of the inputs, for the links of an error summary. */
export const paperDetailId = (key: string, detail: (typeof PAPER_DETAILS)[number]): string => `paper-${key}-${detail}`;

/** What the desk found wrong with the details read off one paper, by detail, in the language of the screen. */
export function usePaperFaults(problem: unknown, key: string): Partial<Record<(typeof PAPER_DETAILS)[number], string>> {
  const language = useLanguage();
  const fields = problem ? (asProblem(problem).body.fields ?? []) : [];
  return Object.fromEntries(PAPER_DETAILS.flatMap((detail) => {
    const fault = fields.find(({ pointer }) => pointer === `/components/${key}/paper/${detail}`);
    return fault ? [[detail, fault[language]]] : [];
  }));
}

interface PaperDetailsInputsProps {
  /** The component's key. */
  componentKey: string;
  /** The paper by name, since several may stand below each other. */
  name: string;
  value: PaperDetails | undefined;
  /** The answer of the desk to what was sent last, if it refused. */
  problem: unknown;
  onChange: (value: PaperDetails) => void;
}

/** What stands on a paper that was scanned: with its number and last day it is offered the next time instead of being asked for. Each may stay empty. */
export function PaperDetailsInputs({ componentKey, name, value, problem, onChange }: PaperDetailsInputsProps) {
  const { t } = useTranslation();
  const faults = usePaperFaults(problem, componentKey);
  const inputOf = (detail: (typeof PAPER_DETAILS)[number]) => ({ id: paperDetailId(componentKey, detail), size: 'xs' as const, label: t(`component.paper.${detail}`), value: value?.[detail] ?? '', error: faults[detail] });
  return (
    <fieldset className="paper-details">
      <legend>{t('component.paper.legend', { name })}</legend>
      <TextInput {...inputOf('number')} lang="vi" autoComplete="off" spellCheck={false} maxLength={100} onChange={(event) => onChange({ ...value, number: event.currentTarget.value })} />
      <TextInput {...inputOf('issuer')} lang="vi" autoComplete="off" maxLength={200} onChange={(event) => onChange({ ...value, issuer: event.currentTarget.value })} />
      <DateInput {...inputOf('issuedOn')} onChange={(issuedOn) => onChange({ ...value, issuedOn })} />
      <DateInput {...inputOf('validUntil')} onChange={(validUntil) => onChange({ ...value, validUntil })} />
    </fieldset>
  );
}

/** The same as it is kept, on one line. */
export function PaperDetailsLine({ details }: { details: PaperDetails }) {
  const { t } = useTranslation();
  const { number, issuer, issuedOn, validUntil } = details;
  return (
    <div className="under">
      {number && <span className="number">{t('component.paper.numbered', { number })}</span>}
      {issuer && (
        <span lang="vi">
          {number && ' · '}
          {issuer}
        </span>
      )}
      {[issuedOn && t('component.paper.issued', { date: shortDate(issuedOn) }), validUntil && t('component.paper.until', { date: shortDate(validUntil) })].filter(Boolean).map((text) => ` · ${text}`)}
    </div>
  );
}
