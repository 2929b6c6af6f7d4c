import type { Area } from './page-shape.js';
import { formFonts, type Pen } from './pen.js';
import { FIELD_DESCRIPTIONS, isSignatureField, RESERVED_FIELDS, writeFieldStyle, type FieldStyle, type ReservedField } from './signing/reserved.js';

/** What pdfkit has and does not type: the form it began, and the annotations of the page of the moment. */
interface FormParts {
  readonly _root: { readonly data: { readonly AcroForm: { readonly data: { Fields: unknown[]; NeedAppearances?: boolean; SigFlags?: number; DA?: unknown; DR: { Font: Record<string, unknown> } } } } };
  readonly page: { readonly height: number; readonly annotations: readonly unknown[] };
}

/** Signatures exist, and the paper may only be added to (PDF 32000-1, table 219). */
const SIGNED_AND_APPEND_ONLY = 3;

/** The places of a paper that are filled after it was rendered, as the fields of a form; a paper without them has no form. */
export class FormPlaces {
  private readonly fields = new Map<ReservedField, unknown>();

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly pen: Pen,
  ) {}

  get isEmpty(): boolean {
    return this.fields.size === 0;
  }

  has(name: ReservedField): boolean {
    return this.fields.has(name);
  }

  /** The places that were not kept. */
  get missing(): readonly ReservedField[] {
    return RESERVED_FIELDS.filter((name) => !this.fields.has(name));
  }

  /**
   * Keeps a place on the page of the moment, inside a structure element.
   * @param style how what is filled in will be written; a signature brings its own look
   */
  keep(element: PDFKit.PDFStructureElement, name: ReservedField, area: Area, style?: FieldStyle): void {
    if (this.fields.has(name)) throw new Error(`the place ${name} is kept twice`);
    const { page } = this.document as unknown as FormParts;
    const { x, y, width, height } = onHundredths(area, page.height);
    const kind = isSignatureField(name) ? { FT: 'Sig' } : { FT: 'Tx', ...(style && fieldStyleEntries(style)) };
    // F 4: the field is printed. pdfkit ties the widget to the structure element; its types lag behind.
    const widget = { Subtype: 'Widget', ...kind, T: textString(name), TU: textString(FIELD_DESCRIPTIONS[name]), F: 4, AP: { N: this.emptyLook(width, height) }, structParent: element };
    this.document.annotate(x, y, width, height, widget as unknown as PDFKit.Mixins.AnnotationOption);
    this.fields.set(name, page.annotations.at(-1));
  }

  /** Writes the form into the paper; before it ends. */
  write(size: number): void {
    if (this.isEmpty) return;
    this.document.initForm();
    const form = (this.document as unknown as FormParts)._root.data.AcroForm.data;
    // Whoever fills a field draws it: a reader that drew it anew would break the signature.
    delete form.NeedAppearances;
    form.SigFlags = SIGNED_AND_APPEND_ONLY;
    form.Fields.push(...this.fields.values());
    // The cuts that places name in their default appearance.
    form.DR.Font = formFonts(this.pen);
    form.DA = textString(writeFieldStyle({ style: 'regular', size }));
  }

  /** What an empty place shows: nothing. PDF/A wants even that said. */
  private emptyLook(width: number, height: number): unknown {
    const look = this.document.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} });
    look.end('q Q');
    return look;
  }
}

/**
 * A place whose corners, counted from the lower edge as PDF counts, are whole hundredths: a field is written anew when it is filled,
 * and what a library rounds then must not look like a place that moved.
 */
function onHundredths({ x, y, width, height }: Area, pageHeight: number): Area {
  const round = (value: number): number => Math.round(value * 100) / 100;
  const top = round(pageHeight - y);
  return { x: round(x), y: pageHeight - top, width: round(width), height: round(height) };
}

function fieldStyleEntries(style: FieldStyle): object {
  return { DA: textString(writeFieldStyle(style)), Q: ['left', 'center', 'right'].indexOf(style.align ?? 'left') };
}

/** pdfkit writes a `String` object as a PDF string, a primitive as a name. */
function textString(text: string): object {
  return Object(text) as object;
}
