import { type Body, type Channel, CHANNELS, type Proposal, type Rule } from './calls';

export interface DecisionDraft {
  number: string;
  date: string;
  issuedBy: string;
}

/** A limit as it is being typed; left blank it stays as it is. */
export interface LimitDraft {
  /** The case; blank for the procedure's own limit. */
  key: string;
  amount: string;
  unit: 'hours' | 'working-days' | 'calendar-days' | 'months';
  cutoff: string;
  /** Several amounts one after the other, which the form does not ask about: they go on while nothing else is typed. */
  kept?: NonNullable<NonNullable<Body['limits']>[number]['parts']>;
}

/** A rule as it is being typed. */
export interface RuleDraft {
  communes: string[];
  limits: Record<string, LimitDraft>;
  /** Amounts by `<line> <channel>`. */
  fees: Record<string, string>;
  channels: Channel[];
  received: 'keep' | 'yes' | 'no';
  noteVi: string;
  noteEn: string;
  decision: DecisionDraft;
  from: string;
  until: string;
  remark: string;
}

/** What is still missing: the field, and the key of its sentence. */
export interface RuleFault {
  field: string;
  key: 'code' | 'number' | 'date' | 'issuedBy' | 'from' | 'until' | 'amount' | 'note' | 'nothing';
}

export const emptyDecision = (): DecisionDraft => ({ number: '', date: '', issuedBy: '' });

export const emptyRule = (): RuleDraft => ({
  communes: [], limits: {}, fees: {}, channels: [], received: 'keep', noteVi: '', noteEn: '', decision: emptyDecision(), from: '', until: '', remark: '',
});

export const emptyLimit = (key: string): LimitDraft => ({ key, amount: '', unit: 'working-days', cutoff: '' });

export const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** "1,5" and "1.5" are the same number; nothing for what is none. */
export function numberIn(text: string): number | undefined {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
}

/** "20.000" is twenty thousand đồng. */
const dongIn = (text: string): number | undefined => (/^[\d.\s]+$/.test(text.trim()) ? Number(text.replaceAll(/[.\s]/g, '')) : undefined);

export function decisionFaults({ number, date, issuedBy }: DecisionDraft): RuleFault[] {
  return [
    ...(number.trim() === '' ? [{ field: 'decision-number', key: 'number' as const }] : []),
    ...(isDate(date) ? [] : [{ field: 'decision-date', key: 'date' as const }]),
    ...(issuedBy.trim() === '' ? [{ field: 'decision-issuer', key: 'issuedBy' as const }] : []),
  ];
}

/** The rule a draft begins with when it takes the place of another. */
export function draftOf({ body = {}, communes }: Rule): RuleDraft {
  const limits = (body.limits ?? []).map(({ case: key = '', parts = [], cutoff = '' }): [string, LimitDraft] => {
    const [first] = parts;
    if (parts.length > 1) return [key, { ...emptyLimit(key), kept: parts }];
    return [key, { key, amount: first ? String(first.value).replace('.', ',') : '', unit: first?.unit ?? 'working-days', cutoff }];
  });
  const fees = (body.fees ?? []).flatMap(({ line, channels, amount }) => channels.map((channel) => [`${line} ${channel}`, String(amount)] as const));
  return {
    ...emptyRule(), communes: [...communes], limits: Object.fromEntries(limits), fees: Object.fromEntries(fees), channels: [...(body.channels ?? [])],
    received: body.received === undefined ? 'keep' : body.received ? 'yes' : 'no', noteVi: body.note?.vi ?? '', noteEn: body.note?.en ?? '',
  };
}

/**
 * The proposal a draft makes, or what is still missing.
 * @param known the rule whose place it takes: exemptions it brought go on, since the form does not ask about them
 */
export function proposalOf(unitId: string, code: string | undefined, draft: RuleDraft, known?: Rule): { proposal: Proposal; faults: RuleFault[] } {
  const faults: RuleFault[] = [];
  if (code === undefined) faults.push({ field: 'rule-code', key: 'code' });
  const limits: NonNullable<Body['limits']> = [];
  for (const { key, amount, unit, cutoff, kept } of Object.values(draft.limits)) {
    const value = numberIn(amount);
    const own = key === '' ? {} : { case: key };
    if (cutoff.trim() !== '') limits.push({ ...own, cutoff: cutoff.trim() });
    else if (value !== undefined) limits.push({ ...own, parts: [{ value, unit }] });
    else if (amount.trim() !== '') faults.push({ field: `limit-${key}`, key: 'amount' });
    else if (kept !== undefined) limits.push({ ...own, parts: kept });
  }
  const amounts = new Map<string, Channel[]>();
  for (const [place, text] of Object.entries(draft.fees)) {
    if (text.trim() === '') continue;
    const [line, channel] = place.split(' ') as [string, Channel];
    const amount = dongIn(text);
    if (amount === undefined) faults.push({ field: `fee-${line}-${channel}`, key: 'amount' });
    else amounts.set(`${line} ${amount}`, [...(amounts.get(`${line} ${amount}`) ?? []), channel]);
  }
  const fees = [...amounts].map(([key, channels]) => ({ line: key.split(' ')[0]!, amount: Number(key.split(' ')[1]), channels: CHANNELS.filter((channel) => channels.includes(channel)) }));
  const [vi, en] = [draft.noteVi.trim().normalize('NFC'), draft.noteEn.trim()];
  if ((vi === '') !== (en === '')) faults.push({ field: vi === '' ? 'note-vi' : 'note-en', key: 'note' });
  const exemptions = known?.body?.exemptions;
  const body: Body = {
    ...(limits.length > 0 && { limits }), ...(fees.length > 0 && { fees }), ...(exemptions && { exemptions }), ...(draft.channels.length > 0 && { channels: draft.channels }),
    ...(vi !== '' && en !== '' && { note: { vi, en } }), ...(draft.received !== 'keep' && { received: draft.received === 'yes' }),
  };
  if (Object.keys(body).length === 0 && faults.length === 0) faults.push({ field: 'rule-code', key: 'nothing' });
  faults.push(...decisionFaults(draft.decision));
  if (!isDate(draft.from)) faults.push({ field: 'rule-from', key: 'from' });
  if (draft.until.trim() !== '' && !isDate(draft.until)) faults.push({ field: 'rule-until', key: 'until' });
  const { number, date, issuedBy } = draft.decision;
  return {
    faults,
    proposal: {
      unitId, code: code ?? '', communes: draft.communes, decision: { number: number.trim(), date, issuedBy: issuedBy.trim().normalize('NFC') }, from: draft.from, body,
      ...(isDate(draft.until) && { until: draft.until }), ...(draft.remark.trim() !== '' && { note: draft.remark.trim() }), ...(known && { replaces: known.id }),
    },
  };
}
