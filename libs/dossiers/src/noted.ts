import { DomainError, formatDong, type Localized } from '@app/kernel';
import { formatDateShort, formatNumber } from '@app/documents';
import { findingForms, type EventType, type FindingForm, type NotedItem, type ProcessDefinition } from '@app/workflow';
import type { ActData, Noted } from './act-command.js';

/** What an act may have to note: the form of the examination, or of the body whose opinion is open. */
export interface NotedPlace {
  readonly stepId: string | undefined;
  readonly bodyId: string | undefined;
}

/** The form an act is to fill in; nothing for an act that notes nothing. */
export function findingFormOf(process: ProcessDefinition, event: EventType, { stepId, bodyId }: NotedPlace): FindingForm | undefined {
  const place = event === 'examine' ? stepId : event === 'answerConsultation' ? bodyId : undefined;
  return place === undefined ? undefined : findingForms(process).get(place);
}

/**
 * Checks what an act notes against its form. A body that does not agree need not note what it would have to agree to.
 * @throws DomainError request.invalid with one line for each item that is missing, unknown or out of range
 */
export function checkNoted(form: FindingForm | undefined, event: EventType, { noted = {}, meets }: ActData): void {
  const items = form?.items ?? [];
  const known = new Set(items.map(({ key }) => key));
  const waived = event === 'answerConsultation' && meets === false && Object.keys(noted).length === 0;
  const faults = [
    ...Object.keys(noted).filter((key) => !known.has(key)).map((key) => line(key, 'Mục này không có trong phiếu.', 'The form has no such item.')),
    ...(waived ? [] : items.flatMap((item) => faultOf(item, Object.hasOwn(noted, item.key) ? noted[item.key] : undefined))),
  ];
  if (faults.length > 0) throw new DomainError('request.invalid', { fields: faults });
}

const line = (key: string, vi: string, en: string) => ({ pointer: `/noted/${key}`, vi, en });

function faultOf(item: NotedItem, value: string | number | undefined): ReturnType<typeof line>[] {
  const { key, name, kind } = item;
  const missing = value === undefined || (typeof value === 'string' && value.trim() === '');
  if (missing) return item.optional ? [] : [line(key, `Ghi: ${name.vi}.`, `Fill in: ${name.en}.`)];
  const fits = {
    number: () => isFigure(item, value),
    money: () => isFigure(item, value) && Number.isInteger(value),
    date: () => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value),
    choice: () => item.choices?.some((choice) => choice.value === value) === true,
    text: () => typeof value === 'string' && value.length <= 1000,
  };
  return fits[kind]() ? [] : [line(key, `${name.vi}: giá trị không phù hợp${rangeOf(item, 'từ', 'đến')}.`, `${name.en}: this value does not fit${rangeOf(item, 'from', 'to')}.`)];
}

function isFigure({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: NotedItem, value: string | number): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= minimum && value <= maximum;
}

function rangeOf({ minimum, maximum }: NotedItem, from: string, to: string): string {
  const ends = [minimum === undefined ? '' : `${from} ${minimum}`, maximum === undefined ? '' : `${to} ${maximum}`].filter(Boolean).join(' ');
  return ends === '' ? '' : ` (${ends})`;
}

/** One thing noted, in words. */
export interface NotedLine {
  readonly name: Localized;
  readonly value: Localized;
}

/** What was noted, in the order and the words of its form. */
export function notedLines(form: FindingForm, noted: Noted): NotedLine[] {
  return form.items.flatMap((item) => {
    const value = Object.hasOwn(noted, item.key) ? noted[item.key] : undefined;
    return value === undefined || value === '' ? [] : [{ name: item.name, value: wordsOf(item, value) }];
  });
}

function wordsOf({ kind, unit, choices }: NotedItem, value: string | number): Localized {
  const same = (text: string): Localized => ({ vi: text, en: text });
  switch (kind) {
    case 'choice': return choices?.find((choice) => choice.value === value)?.name ?? same(String(value));
    case 'money': return same(formatDong(Number(value)));
    case 'number': return same([formatNumber(Number(value)), unit].filter(Boolean).join(' '));
    case 'date': return same(formatDateShort(String(value)));
    case 'text': return same(String(value).trim());
  }
}
