import { capitals } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import { mm, type Sheet } from '../sheet.js';
import { drawSignature, signatureHeight, type Signature } from '../signature.js';
import { drawTable } from '../table.js';
import { bold, plain, type Align, type Run } from '../text.js';
import { correctionText, type ResultModel } from './shared.js';

/** One article: its paragraphs, the first of which stands beside "Điều n.". */
export interface DecisionArticle {
  readonly heading?: string;
  readonly paragraphs: readonly string[];
  /** A table below them: a list of people, of sums. Texts in the order of the columns. */
  readonly table?: { readonly columns: readonly { readonly title: string; readonly share: number; readonly align?: Align }[]; readonly rows: readonly (readonly string[])[] };
}

/**
 * A decision laid out from data alone (Decree 30/2020, Annex III): the result document of a procedure that brings no
 * layout of its own. The procedure's folder holds its words; see `fillTemplate` for the placeholders in them.
 */
export interface DecisionModel extends ResultModel {
  /** "QUYẾT ĐỊNH" unless said otherwise: "Giấy phép", "Giấy xác nhận" … */
  readonly title?: string;
  /** "Về việc …". */
  readonly abstract: string;
  /** Who decides, in the line above the legal grounds: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …". */
  readonly authority?: string;
  /** The legal grounds, each beginning with "Căn cứ" or "Theo đề nghị". */
  readonly grounds: readonly string[];
  readonly articles: readonly DecisionArticle[];
  readonly recipients: readonly string[];
  readonly signature: Signature;
}

export const DECISION_REQUIRED = ['abstract', 'grounds', 'articles.0.paragraphs.0', 'recipients', 'signature.position'];

export function renderDecision(sheet: Sheet, model: DecisionModel): void {
  const title = model.title ?? 'Quyết định';
  sheet.beginPart();
  drawHead(sheet, model.head);
  drawTitle(sheet, title, { abstract: model.abstract, rule: true });
  if (model.authority) sheet.paragraph(capitals(model.authority), { style: 'bold', align: 'center', balanced: true, after: 10 });
  model.grounds.forEach((ground, index) => {
    const end = index === model.grounds.length - 1 ? '.' : ';';
    sheet.paragraph(`${ground.replace(/[;.]\s*$/, '')}${end}`, { size: 14, style: 'italic', align: 'justify', firstLine: mm(10), after: 6 });
  });
  sheet.space(4);
  sheet.paragraph(`${capitals(title)}:`, { size: 14, style: 'bold', align: 'center', after: 8, keepWith: 40 });
  const beside = { recipients: model.recipients, verification: model.verification };
  const height = signatureHeight(sheet, model.signature, beside);
  const last = model.articles.length - 1;
  corrected(model).forEach((article, index) => drawArticle(sheet, index + 1, article, index === last ? height : 0));
  drawSignature(sheet, model.signature, beside);
}

/** A correction goes into the first article: an article of its own would shift the numbers that others point to. */
function corrected({ articles, correction }: DecisionModel): readonly DecisionArticle[] {
  const [first, ...others] = articles;
  if (!correction || !first) return articles;
  return [{ ...first, paragraphs: [...first.paragraphs, correctionText(correction)] }, ...others];
}

function drawArticle(sheet: Sheet, number: number, article: DecisionArticle, keepWith: number): void {
  const [first = '', ...others] = article.paragraphs;
  const body = { size: 14, align: 'justify', firstLine: mm(10), after: 6, spacing: 1.05 } as const;
  const label: Run[] = [bold(`Điều ${number}. `)];
  if (article.heading) {
    sheet.paragraph([...label, bold(article.heading)], { ...body, keepWith: 34 });
    sheet.paragraph(first, { ...body, keepWith: others.length === 0 ? keepWith : 0 });
  } else sheet.paragraph([...label, plain(first)], { ...body, keepWith: others.length === 0 ? keepWith : 0 });
  others.forEach((paragraph, index) => sheet.paragraph(paragraph, { ...body, keepWith: index === others.length - 1 ? keepWith : 0 }));
  if (article.table) drawTable(sheet, article.table.columns, article.table.rows, { after: 8 });
}

/** A power that is the chairman's own, not the committee's, is signed without a "TM." line (Decree 30/2020, Art. 13). */
export function ownPower({ formula, body: _body, ...signature }: Signature): Signature {
  return { ...signature, formula: formula === 'TM.' ? 'none' : formula };
}
